package io.sanse.model.detect.world;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.place.Ring;
import java.util.List;

/** A line of roads in WGS-84. Distances are taken in a plane that touches the earth at the point asked about; good to 1 % within a few km. */
public final class RoadLine {
    private static final double METRES_PER_DEGREE = 111_195.08;

    private final double[] longitudes;
    private final double[] latitudes;

    /** @param points at least two */
    public RoadLine(List<GeoPoint> points) {
        longitudes = points.stream().mapToDouble(GeoPoint::longitude).toArray();
        latitudes = points.stream().mapToDouble(GeoPoint::latitude).toArray();
    }

    /** Metres from a point to the nearest place of the line. */
    public double distanceM(double longitude, double latitude) {
        double scale = Math.cos(Math.toRadians(latitude));
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < longitudes.length; i++) {
            double x = (longitudes[i - 1] - longitude) * scale;
            double y = latitudes[i - 1] - latitude;
            double dx = (longitudes[i] - longitude) * scale - x;
            double dy = latitudes[i] - latitude - y;
            nearest = Math.min(nearest, Ring.squareToSegment(x, y, dx, dy));
        }
        return Math.sqrt(nearest) * METRES_PER_DEGREE;
    }

    /** Metres from a point to the nearer end of the line. */
    public double distanceToEndsM(double longitude, double latitude) {
        int last = longitudes.length - 1;
        GeoPoint point = new GeoPoint(longitude, latitude);
        return Math.min(
                point.distanceM(new GeoPoint(longitudes[0], latitudes[0])),
                point.distanceM(new GeoPoint(longitudes[last], latitudes[last])));
    }
}
