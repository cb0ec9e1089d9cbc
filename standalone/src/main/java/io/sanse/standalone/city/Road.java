package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A road between two junctions.
 *
 * @param from junction where it begins
 * @param to junction where it ends
 * @param points its bends, both ends included
 */
record Road(int from, int to, List<GeoPoint> points) {
    Road {
        points = List.copyOf(points);
    }

    double lengthM() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += Plane.distanceM(points.get(i - 1), points.get(i));
        }
        return length;
    }

    /** The point so many metres behind its beginning. */
    GeoPoint at(double metres) {
        double left = metres;
        for (int i = 1; i < points.size(); i++) {
            double piece = Plane.distanceM(points.get(i - 1), points.get(i));
            if (left <= piece) {
                return Plane.between(points.get(i - 1), points.get(i), left / piece);
            }
            left -= piece;
        }
        return points.get(points.size() - 1);
    }

    /** The way along it between two distances from its beginning, in either direction, both ends included. */
    List<GeoPoint> between(double fromM, double toM) {
        double low = Math.min(fromM, toM);
        double high = Math.max(fromM, toM);
        List<GeoPoint> way = new ArrayList<>();
        way.add(at(low));
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            metres += Plane.distanceM(points.get(i - 1), points.get(i));
            if (metres > low && metres < high) {
                way.add(points.get(i));
            }
        }
        way.add(at(high));
        if (fromM > toM) {
            Collections.reverse(way);
        }
        return way;
    }

    /** Metres from a point to the nearest point of the road. */
    double distanceM(GeoPoint point) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, Plane.distanceToSegmentM(point, points.get(i - 1), points.get(i)));
        }
        return nearest;
    }
}
