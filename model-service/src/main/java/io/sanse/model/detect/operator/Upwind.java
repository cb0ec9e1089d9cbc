package io.sanse.model.detect.operator;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Firms that lie where the wind comes from, nearest first; none when the station measures no wind or the air is calm. */
public final class Upwind {
    private static final String WIND_SPEED = "a01007";
    private static final String WIND_DIRECTION = "a01008";
    private static final double METRES_PER_KM = 1_000;
    private static final int MOST = 5;

    private Upwind() {}

    public static List<Entry<Details.Enterprise>> of(
            World world, GeoPoint station, HourReading reading, Parameters parameters) {
        Double direction = direction(reading.values(), parameters.number("calmBelow"));
        if (station == null || direction == null) {
            return List.of();
        }
        return world.enterprises().stream()
                .filter(firm -> firm.details().location() != null)
                .filter(firm ->
                        station.distanceM(firm.details().location()) <= parameters.number("upwindKm") * METRES_PER_KM)
                .filter(firm -> turn(bearing(station, firm.details().location()), direction)
                        <= parameters.number("upwindAngle"))
                .sorted(Comparator.<Entry<Details.Enterprise>>comparingDouble(
                                firm -> station.distanceM(firm.details().location()))
                        .thenComparing(Entry::id))
                .limit(MOST)
                .toList();
    }

    /** By how much less than {@code upwindAngle} a firm lies off the way that the wind came, degrees; only of a firm that lies upwind. */
    public static double leeway(GeoPoint station, GeoPoint firm, HourReading reading, Parameters parameters) {
        double direction = direction(reading.values(), parameters.number("calmBelow"));
        return parameters.number("upwindAngle") - turn(bearing(station, firm), direction);
    }

    /**
     * Where the wind comes from, degrees clockwise from north, or null when nobody has measured it or the air is calm.
     *
     * @param values by factor code
     * @param calmBelow slower air is calm, m/s
     */
    public static Double direction(Map<String, Double> values, double calmBelow) {
        Double speed = values.get(WIND_SPEED);
        return speed == null || speed < calmBelow ? null : values.get(WIND_DIRECTION);
    }

    /** Degrees clockwise from north. */
    public static double bearing(GeoPoint from, GeoPoint to) {
        double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        double north = to.latitude() - from.latitude();
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }

    /** The angle between two directions, degrees. */
    public static double turn(double a, double b) {
        double difference = Math.abs(a - b) % 360;
        return Math.min(difference, 360 - difference);
    }
}
