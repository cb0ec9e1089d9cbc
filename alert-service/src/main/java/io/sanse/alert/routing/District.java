package io.sanse.alert.routing;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.registry.Details;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A county or town with its boundary.
 *
 * @param code division code
 * @param details as registered
 */
public record District(String code, Details.District details) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double METRES_PER_DEGREE = 111_195.08;

    boolean isTown() {
        return "town".equals(details.level());
    }

    /**
     * How far a place is inside.
     *
     * @return distance to the boundary in metres, above 0 inside, below 0 outside; good near the boundary, where it matters
     */
    double depthM(GeoPoint place) {
        Polygon polygon = around(place);
        Point origin = GEOMETRY.createPoint(new Coordinate(0, 0));
        double distance = polygon.getExteriorRing().distance(origin);
        return polygon.covers(origin) ? distance : -distance;
    }

    /** The boundary in metres east and north of a place. */
    private Polygon around(GeoPoint place) {
        List<GeoPoint> ring = details.boundary();
        Coordinate[] coordinates = new Coordinate[ring.size() + 1];
        double shrink = Math.cos(Math.toRadians(place.latitude()));
        for (int i = 0; i < ring.size(); i++) {
            double east = (ring.get(i).longitude() - place.longitude()) * METRES_PER_DEGREE * shrink;
            double north = (ring.get(i).latitude() - place.latitude()) * METRES_PER_DEGREE;
            coordinates[i] = new Coordinate(east, north);
        }
        coordinates[ring.size()] = coordinates[0];
        return GEOMETRY.createPolygon(coordinates);
    }
}
