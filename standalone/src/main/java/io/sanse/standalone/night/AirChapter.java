package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.contract.observation.Reading.Interval;
import io.sanse.standalone.city.AirStation;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The stations' readings: the day before, hour by hour, and the night. Twice a single station rises alone; from midnight haze lies over all of them; one monitor is
 * broken and says so.
 */
final class AirChapter implements Chapter {
    static final String MODEL = "air-local-rise";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final String NORMAL = "N";
    private static final String FAULT = "D";

    /** Who rises alone at which hour, and whose monitor is broken. */
    private record Parts(AirStation evening, AirStation morning) {}

    @Override
    public void write(Draft draft) {
        Parts parts = new Parts(draft.cast().station(), draft.cast().station());
        for (AirStation station : draft.city().stations()) {
            measure(draft, station, parts);
        }
        String story = "PM2.5 rises to five times its median, its neighbours' does not";
        draft.expect(MODEL, parts.evening().subject(), Level.YELLOW, story + " (22:00)");
        draft.expect(MODEL, parts.morning().subject(), Level.YELLOW, story + " (05:00)");
        draft.trap("haze over all stations from midnight to four: nobody rises alone");
        draft.trap(
                "a broken monitor reports 985 µg/m³ with flag D", broken(draft).subject());
    }

    private static AirStation broken(Draft draft) {
        int count = draft.city().stations().size();
        return draft.city().stations().get((int) Math.floorMod(draft.night().number() * 7 + 3, (long) count));
    }

    private static void measure(Draft draft, AirStation station, Parts parts) {
        SplittableRandom chance = draft.chanceOf(50_000 + station.number());
        Instant end = draft.night().end();
        for (Instant hour = draft.before(); hour.isBefore(end); hour = hour.plus(HOUR)) {
            double level = level(draft.night(), station, hour, parts) * (0.9 + chance.nextInt(200) / 1_000.0);
            boolean faulty =
                    station.equals(broken(draft)) && hour.equals(draft.night().at("21:00"));
            if (!hour.isBefore(draft.night().start())) {
                minutes(draft, station, hour, level, faulty);
            }
            send(draft, station, Interval.HOUR, hour, hour.plus(HOUR), level, faulty);
        }
    }

    private static void minutes(Draft draft, AirStation station, Instant hour, double level, boolean faulty) {
        for (Instant time = hour; time.isBefore(hour.plus(HOUR)); time = time.plus(STEP)) {
            send(draft, station, Interval.MINUTE, time, time.plus(STEP), level, faulty);
        }
    }

    /** Sent some seconds behind the period's end, each station in its own. */
    private static void send(
            Draft draft,
            AirStation station,
            Interval interval,
            Instant from,
            Instant until,
            double level,
            boolean faulty) {
        Instant at = until.plusSeconds(3 + station.number() % 20);
        draft.add(new Event.Measurement(
                at,
                station,
                interval,
                from,
                faulty ? 985 : level,
                faulty ? 999 : level * 1.6,
                faulty ? FAULT : NORMAL));
    }

    /** The true level of an hour, µg/m³. */
    private static double level(Night night, AirStation station, Instant hour, Parts parts) {
        double usual = 28 + station.number() % 7;
        boolean alone = station.equals(parts.evening()) && hour.equals(night.at("22:00"))
                || station.equals(parts.morning()) && hour.equals(night.at("05:00"));
        boolean haze = !hour.isBefore(night.at("00:00")) && hour.isBefore(night.at("04:00"));
        return usual * (alone || haze ? 5 : 1);
    }
}
