package io.sanse.model.trace.domain;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import java.util.Comparator;

/**
 * A time at which a vehicle was at a place: by its terminal or by a camera.
 *
 * @param at event time, ms
 * @param longitudeE6 1e-6 degrees, WGS-84
 * @param latitudeE6 1e-6 degrees, WGS-84
 * @param speed 0.1 km/h, or −1
 * @param camera whether a camera saw it
 * @param load how full it was, or null
 */
public record Sight(long at, int longitudeE6, int latitudeE6, int speed, boolean camera, LoadState load)
        implements Comparable<Sight> {
    public static final int NO_SPEED = -1;

    private static final double DEGREE = 1e6;
    private static final Comparator<Sight> ORDER = Comparator.comparingLong(Sight::at)
            .thenComparingInt(Sight::longitudeE6)
            .thenComparingInt(Sight::latitudeE6)
            .thenComparingInt(Sight::speed)
            .thenComparing(Sight::camera)
            .thenComparing(Sight::load, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What an observation of a vehicle says of its place, or null when it says nothing. */
    public static Sight of(Observation observation) {
        GeoPoint place = observation.location();
        if (place == null) {
            return null;
        }
        if (observation.payload() instanceof Position position) {
            int speed = position.speedKmh() == null ? NO_SPEED : (int) Math.round(position.speedKmh() * 10);
            return seen(observation, place, new Sight(0, 0, 0, speed, false, position.load()));
        }
        return observation.payload() instanceof Capture capture
                ? seen(observation, place, new Sight(0, 0, 0, NO_SPEED, true, capture.load()))
                : null;
    }

    private static Sight seen(Observation observation, GeoPoint place, Sight how) {
        return new Sight(
                observation.observedAt().toEpochMilli(),
                (int) Math.round(place.longitude() * DEGREE),
                (int) Math.round(place.latitude() * DEGREE),
                how.speed,
                how.camera,
                how.load);
    }

    public GeoPoint location() {
        return new GeoPoint(longitudeE6 / DEGREE, latitudeE6 / DEGREE);
    }

    @Override
    public int compareTo(Sight other) {
        return ORDER.compare(this, other);
    }
}
