package io.sanse.model.detect.fact;

import io.sanse.contract.GeoPoint;
import io.sanse.model.detect.track.Fix;

/**
 * The smallest rectangle of meridians and parallels around places, degrees.
 *
 * @param west least longitude; more than {@code east} when there is no place
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
public record Extent(double west, double south, double east, double north) {
    static final Extent NOWHERE = new Extent(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final double METRES_PER_DEGREE = 111_400;

    /** The same object when it holds the place already. */
    Extent with(double longitude, double latitude) {
        if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) {
            return this;
        }
        return new Extent(
                Math.min(west, longitude),
                Math.min(south, latitude),
                Math.max(east, longitude),
                Math.max(north, latitude));
    }

    Extent with(Extent other) {
        return other.isEmpty() ? this : with(other.west, other.south).with(other.east, other.north);
    }

    private boolean isEmpty() {
        return west > east;
    }

    /** No two of its places are farther from each other than this, m; 0 when there is none. */
    double widthM() {
        return isEmpty() ? 0 : METRES_PER_DEGREE * (east - west + (north - south));
    }

    /** A place and a report are no farther from each other than this: along a parallel and a meridian, each degree as long as on the equator, m. */
    public static double farthestM(GeoPoint place, Fix fix) {
        return METRES_PER_DEGREE
                * (Math.abs(place.longitude() - fix.longitude()) + Math.abs(place.latitude() - fix.latitude()));
    }
}
