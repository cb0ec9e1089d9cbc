package io.sanse.model.trace.domain;

import io.sanse.contract.GeoPoint;

/**
 * A rectangle of the map, degrees.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
public record Box(double west, double south, double east, double north) {
    static final double METRES_PER_DEGREE = 111_195.08;

    /** Holds nothing and is the neutral element of {@link #with}. */
    static final Box NOTHING = new Box(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Box of(Sight sight) {
        GeoPoint place = sight.location();
        return new Box(place.longitude(), place.latitude(), place.longitude(), place.latitude());
    }

    Box with(Box other) {
        return new Box(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    /** Grown to each side: by at least so many metres. */
    Box grown(double metresEast, double metresNorth) {
        double degreesNorth = metresNorth / METRES_PER_DEGREE;
        double farthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + degreesNorth);
        double degreesEast = metresEast / (METRES_PER_DEGREE * Math.cos(Math.toRadians(farthest)));
        return new Box(west - degreesEast, south - degreesNorth, east + degreesEast, north + degreesNorth);
    }

    /** Its longer side, m. */
    double longerSideM() {
        double middle = Math.toRadians((south + north) / 2);
        return METRES_PER_DEGREE * Math.max(north - south, (east - west) * Math.cos(middle));
    }
}
