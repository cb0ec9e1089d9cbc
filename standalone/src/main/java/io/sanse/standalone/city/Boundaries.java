package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Boundaries drawn by rule, not from any map: the county is a rough outline, and a town is the part of it that lies nearer to the town's centre than to any
 * other.
 */
final class Boundaries {
    private static final double[][] COUNTY_OUTLINE = {
        {119.880, 28.900},
        {119.905, 28.985},
        {119.985, 29.030},
        {120.050, 29.075},
        {120.125, 29.100},
        {120.195, 29.065},
        {120.250, 29.035},
        {120.330, 29.000},
        {120.335, 28.930},
        {120.265, 28.865},
        {120.215, 28.805},
        {120.165, 28.735},
        {120.060, 28.730},
        {119.985, 28.760},
        {119.945, 28.840}
    };

    private Boundaries() {}

    static List<GeoPoint> county() {
        List<GeoPoint> outline = new ArrayList<>();
        for (double[] corner : COUNTY_OUTLINE) {
            outline.add(new GeoPoint(corner[0], corner[1]));
        }
        return outline;
    }

    static List<GeoPoint> of(Town town) {
        List<GeoPoint> area = county();
        for (Town other : Town.values()) {
            if (other != town) {
                area = nearerTo(town.centre(), other.centre(), area);
            }
        }
        return area;
    }

    /** The part of a polygon that is nearer to one centre than to the other: the polygon cut by their perpendicular bisector. */
    private static List<GeoPoint> nearerTo(GeoPoint centre, GeoPoint other, List<GeoPoint> polygon) {
        List<GeoPoint> kept = new ArrayList<>();
        for (int i = 0; i < polygon.size(); i++) {
            GeoPoint from = polygon.get(i);
            GeoPoint to = polygon.get((i + 1) % polygon.size());
            double fromExcess = excess(centre, other, from);
            double toExcess = excess(centre, other, to);
            if (fromExcess <= 0) {
                kept.add(from);
            }
            if (fromExcess < 0 != toExcess < 0) {
                kept.add(Plane.between(from, to, fromExcess / (fromExcess - toExcess)));
            }
        }
        return kept;
    }

    /** Negative where a point is nearer to the centre, positive where it is nearer to the other; linear in the plane. */
    private static double excess(GeoPoint centre, GeoPoint other, GeoPoint point) {
        double east = Plane.eastM(centre, other);
        double north = Plane.northM(centre, other);
        return 2 * (Plane.eastM(centre, point) * east + Plane.northM(centre, point) * north)
                - (east * east + north * north);
    }
}
