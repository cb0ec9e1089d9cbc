package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;

/** Moves and measures on the city's small piece of the earth, where a degree has one length (error below 0.1 %). */
public final class Plane {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double EAST_SHRINK = Math.cos(Math.toRadians(28.9));

    private Plane() {}

    /** The point that lies so many metres to the east and north. */
    public static GeoPoint moved(GeoPoint from, double eastM, double northM) {
        return new GeoPoint(
                from.longitude() + eastM / (METRES_PER_DEGREE * EAST_SHRINK),
                from.latitude() + northM / METRES_PER_DEGREE);
    }

    public static double eastM(GeoPoint from, GeoPoint to) {
        return (to.longitude() - from.longitude()) * METRES_PER_DEGREE * EAST_SHRINK;
    }

    public static double northM(GeoPoint from, GeoPoint to) {
        return (to.latitude() - from.latitude()) * METRES_PER_DEGREE;
    }

    public static double distanceM(GeoPoint from, GeoPoint to) {
        return Math.hypot(eastM(from, to), northM(from, to));
    }

    /** Degrees clockwise from north, 0 to 359. */
    public static int directionDeg(GeoPoint from, GeoPoint to) {
        long degrees = Math.round(Math.toDegrees(Math.atan2(eastM(from, to), northM(from, to))));
        return (int) Math.floorMod(degrees, 360L);
    }

    /** The point at this share (0 to 1) of the straight way between two. */
    public static GeoPoint between(GeoPoint from, GeoPoint to, double share) {
        return new GeoPoint(
                from.longitude() + (to.longitude() - from.longitude()) * share,
                from.latitude() + (to.latitude() - from.latitude()) * share);
    }

    /** Metres from a point to the nearest point of a straight piece of road. */
    public static double distanceToSegmentM(GeoPoint point, GeoPoint from, GeoPoint to) {
        double east = eastM(from, to);
        double north = northM(from, to);
        double square = east * east + north * north;
        double along = square == 0 ? 0 : (eastM(from, point) * east + northM(from, point) * north) / square;
        return distanceM(point, between(from, to, Math.max(0, Math.min(1, along))));
    }
}
