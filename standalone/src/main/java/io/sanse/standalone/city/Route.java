package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import java.time.Duration;
import java.util.List;

/** A way that a truck takes, with the speed of each stretch. */
public final class Route {
    private static final double METRES_PER_SECOND = 1 / 3.6;

    /**
     * A straight stretch.
     *
     * @param speedKmh usual speed, km/h
     */
    record Stretch(GeoPoint from, GeoPoint to, double speedKmh) {
        double seconds() {
            return Plane.distanceM(from, to) / (speedKmh * METRES_PER_SECOND);
        }
    }

    /**
     * Where a truck is on its way.
     *
     * @param speedKmh km/h
     * @param directionDeg degrees clockwise from north
     */
    public record Progress(GeoPoint point, double speedKmh, int directionDeg) {}

    private final List<Stretch> stretches;

    Route(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** How long the usual truck takes. */
    public Duration duration() {
        return Duration.ofSeconds(
                Math.round(stretches.stream().mapToDouble(Stretch::seconds).sum()));
    }

    public double lengthM() {
        return stretches.stream()
                .mapToDouble(stretch -> Plane.distanceM(stretch.from(), stretch.to()))
                .sum();
    }

    /** Where the usual truck is so long after it left; at the end when it has arrived. */
    public Progress after(double seconds) {
        double left = seconds;
        for (Stretch stretch : stretches) {
            double piece = stretch.seconds();
            if (left < piece) {
                GeoPoint point = Plane.between(stretch.from(), stretch.to(), left / piece);
                return new Progress(point, stretch.speedKmh(), Plane.directionDeg(stretch.from(), stretch.to()));
            }
            left -= piece;
        }
        Stretch last = stretches.get(stretches.size() - 1);
        return new Progress(last.to(), 0, Plane.directionDeg(last.from(), last.to()));
    }
}
