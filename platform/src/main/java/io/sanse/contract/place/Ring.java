package io.sanse.contract.place;

import io.sanse.contract.GeoPoint;
import java.util.List;

/** A polygon's outer ring in WGS-84. Distances are taken in a plane that touches the earth at the point asked about; good to 1 % within a few km. */
public final class Ring {
    private static final double METRES_PER_DEGREE = 111_195.08;

    private final double[] longitudes;
    private final double[] latitudes;
    private final double west;
    private final double east;
    private final double south;
    private final double north;

    /** @param points at least three, the first not repeated */
    public Ring(List<GeoPoint> points) {
        longitudes = points.stream().mapToDouble(GeoPoint::longitude).toArray();
        latitudes = points.stream().mapToDouble(GeoPoint::latitude).toArray();
        west = java.util.Arrays.stream(longitudes).min().orElseThrow();
        east = java.util.Arrays.stream(longitudes).max().orElseThrow();
        south = java.util.Arrays.stream(latitudes).min().orElseThrow();
        north = java.util.Arrays.stream(latitudes).max().orElseThrow();
    }

    double west() {
        return west;
    }

    double east() {
        return east;
    }

    double south() {
        return south;
    }

    double north() {
        return north;
    }

    /** Whether a point lies inside (even-odd rule). */
    public boolean contains(double longitude, double latitude) {
        if (longitude < west || longitude > east || latitude < south || latitude > north) {
            return false;
        }
        boolean inside = false;
        for (int i = 0, j = longitudes.length - 1; i < longitudes.length; j = i++) {
            boolean spans = latitudes[i] > latitude != latitudes[j] > latitude;
            if (spans && longitude < crossing(i, j, latitude)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private double crossing(int i, int j, double latitude) {
        double share = (latitude - latitudes[i]) / (latitudes[j] - latitudes[i]);
        return longitudes[i] + share * (longitudes[j] - longitudes[i]);
    }

    /** Whether a point lies no farther from the nearest edge than this, whichever side it is on, m. */
    public boolean isEdgeWithin(double metres, double longitude, double latitude) {
        double reach = metres / METRES_PER_DEGREE;
        if (latitude < south - reach || latitude > north + reach) {
            return false;
        }
        double scale = Math.cos(Math.toRadians(latitude));
        boolean beside = (west - longitude) * scale > reach || (longitude - east) * scale > reach;
        return !beside && distanceM(longitude, latitude, scale) <= metres;
    }

    /** Metres from a point to the nearest edge, whichever side it is on. */
    public double distanceM(double longitude, double latitude) {
        return distanceM(longitude, latitude, Math.cos(Math.toRadians(latitude)));
    }

    private double distanceM(double longitude, double latitude, double scale) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0, j = longitudes.length - 1; i < longitudes.length; j = i++) {
            double ax = (longitudes[j] - longitude) * scale;
            double ay = latitudes[j] - latitude;
            double bx = (longitudes[i] - longitude) * scale;
            double by = latitudes[i] - latitude;
            nearest = Math.min(nearest, squareToSegment(ax, ay, bx - ax, by - ay));
        }
        return Math.sqrt(nearest) * METRES_PER_DEGREE;
    }

    /** Square of the distance from the origin to the segment that begins at (x, y) and goes by (dx, dy). */
    public static double squareToSegment(double x, double y, double dx, double dy) {
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
        double nearX = x + share * dx;
        double nearY = y + share * dy;
        return nearX * nearX + nearY * nearY;
    }

    /** Whether an edge touches a rectangle. */
    boolean edgeTouches(double left, double bottom, double right, double top) {
        for (int i = 0, j = longitudes.length - 1; i < longitudes.length; j = i++) {
            if (segmentTouches(j, i, new double[] {left, bottom, right, top})) {
                return true;
            }
        }
        return false;
    }

    /** Clips the segment against the rectangle (Liang–Barsky): something is left if they touch. */
    private boolean segmentTouches(int from, int to, double[] box) {
        double dx = longitudes[to] - longitudes[from];
        double dy = latitudes[to] - latitudes[from];
        double[] direction = {-dx, dx, -dy, dy};
        double[] room = {
            longitudes[from] - box[0], box[2] - longitudes[from], latitudes[from] - box[1], box[3] - latitudes[from]
        };
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (direction[side] == 0 && room[side] < 0) {
                return false;
            }
            double share = direction[side] == 0 ? 0 : room[side] / direction[side];
            enter = direction[side] < 0 ? Math.max(enter, share) : enter;
            leave = direction[side] > 0 ? Math.min(leave, share) : leave;
        }
        return enter <= leave;
    }

    /** The middle of the bounding box. */
    public GeoPoint middle() {
        return new GeoPoint((west + east) / 2, (south + north) / 2);
    }
}
