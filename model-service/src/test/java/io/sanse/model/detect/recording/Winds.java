package io.sanse.model.detect.recording;

import io.sanse.contract.observation.Reading.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Wind that was measured every few hours, between two measurements as it turns from one to the other; nothing is known of it in a longer hole. */
final class Winds {
    private static final Duration LONGEST = Duration.ofHours(3);

    private final TreeMap<Instant, Wind> measured = new TreeMap<>();

    /**
     * The way that the air goes, m/s.
     *
     * @param east from west to east
     * @param north from south to north
     */
    private record Wind(double east, double north) {
        static Wind from(double degrees, double speed) {
            double way = Math.toRadians(degrees);
            return new Wind(-speed * Math.sin(way), -speed * Math.cos(way));
        }

        Wind towards(Wind other, double share) {
            return new Wind(east + share * (other.east - east), north + share * (other.north - north));
        }

        List<Factor> factors() {
            double from = Math.toDegrees(Math.atan2(-east, -north));
            return List.of(
                    Monitors.value("a01007", Math.hypot(east, north)), Monitors.value("a01008", (from + 360) % 360));
        }
    }

    void measured(Instant at, double fromDegrees, double speed) {
        measured.put(at, Wind.from(fromDegrees, speed));
    }

    List<Factor> at(Instant hour) {
        Map.Entry<Instant, Wind> before = near(measured.floorEntry(hour), hour);
        Map.Entry<Instant, Wind> after = near(measured.ceilingEntry(hour), hour);
        if (before == null || after == null) {
            Map.Entry<Instant, Wind> one = before == null ? after : before;
            return one == null ? List.of() : one.getValue().factors();
        }
        double span = Duration.between(before.getKey(), after.getKey()).toSeconds();
        double share = span == 0 ? 0 : Duration.between(before.getKey(), hour).toSeconds() / span;
        return before.getValue().towards(after.getValue(), share).factors();
    }

    private static Map.Entry<Instant, Wind> near(Map.Entry<Instant, Wind> known, Instant hour) {
        boolean near =
                known != null && Duration.between(known.getKey(), hour).abs().compareTo(LONGEST) < 0;
        return near ? known : null;
    }
}
