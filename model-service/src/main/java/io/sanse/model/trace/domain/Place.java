package io.sanse.model.trace.domain;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The place that is asked about: a polygon in a plane that touches the earth at its middle, with the distances from the middle as they are (azimuthal equidistant).
 * A circle is the polygon of 24 sides around it: at most 0.9 % of the radius larger.
 */
public final class Place {
    private static final int CIRCLE_SIDES = 24;
    private static final double EARTH_RADIUS_M = 6_371_008.8;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GOLDEN_STEPS = 30;

    /** A point of the plane, m. */
    record Spot(double x, double y) {
        double distance(double otherX, double otherY) {
            return Math.hypot(x - otherX, y - otherY);
        }
    }

    /** A value for each point of the plane that has no second hill: concave. */
    @FunctionalInterface
    interface Hill {
        double height(double x, double y);
    }

    private final GeoPoint middle;
    private final List<Spot> corners;
    private final double radius;

    private Place(GeoPoint middle, List<GeoPoint> ring) {
        this.middle = middle;
        this.corners = ring.stream().map(this::spot).toList();
        this.radius =
                corners.stream().mapToDouble(spot -> spot.distance(0, 0)).max().orElseThrow();
    }

    /** @param ring at least three points, the first not repeated */
    public static Place polygon(List<GeoPoint> ring) {
        double longitude =
                ring.stream().mapToDouble(GeoPoint::longitude).average().orElseThrow();
        double latitude =
                ring.stream().mapToDouble(GeoPoint::latitude).average().orElseThrow();
        return new Place(new GeoPoint(longitude, latitude), ring);
    }

    public static Place circle(GeoPoint middle, double radiusM) {
        double outer = radiusM / Math.cos(Math.PI / CIRCLE_SIDES);
        List<GeoPoint> ring = new ArrayList<>();
        for (int i = 0; i < CIRCLE_SIDES; i++) {
            double angle = 2 * Math.PI * i / CIRCLE_SIDES;
            double north = Math.toDegrees(outer * Math.cos(angle) / EARTH_RADIUS_M);
            double east = Math.toDegrees(
                    outer * Math.sin(angle) / EARTH_RADIUS_M / Math.cos(Math.toRadians(middle.latitude())));
            ring.add(new GeoPoint(middle.longitude() + east, middle.latitude() + north));
        }
        return new Place(middle, ring);
    }

    public GeoPoint middle() {
        return middle;
    }

    /** Distance of its farthest corner from its middle, m. */
    public double radiusM() {
        return radius;
    }

    /** A box around it. */
    public Box box() {
        return Box.of(new Sight(
                        0,
                        (int) Math.round(middle.longitude() * 1e6),
                        (int) Math.round(middle.latitude() * 1e6),
                        Sight.NO_SPEED,
                        false,
                        null))
                .grown(radius * 1.01, radius * 1.01);
    }

    Spot spot(GeoPoint point) {
        double phi = Math.toRadians(point.latitude());
        double phi0 = Math.toRadians(middle.latitude());
        double lambda = Math.toRadians(point.longitude() - middle.longitude());
        double bearing = Math.atan2(
                Math.sin(lambda) * Math.cos(phi),
                Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(lambda));
        double distance = middle.distanceM(point);
        return new Spot(distance * Math.sin(bearing), distance * Math.cos(bearing));
    }

    boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            Spot one = corners.get(i);
            Spot other = corners.get(j);
            boolean spans = one.y > y != other.y > y;
            if (spans && x < one.x + (y - one.y) / (other.y - one.y) * (other.x - one.x)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Metres to its nearest point; 0 inside. */
    double distanceM(Spot spot) {
        return contains(spot.x, spot.y) ? 0 : -highest(null, (x, y) -> -spot.distance(x, y));
    }

    /**
     * The height of the highest point of the place. A concave hill is highest either at its top, if that is inside, or on the edge.
     *
     * @param top a highest point of the whole hill, or null when none is inside
     */
    double highest(Spot top, Hill hill) {
        if (top != null && contains(top.x, top.y)) {
            return hill.height(top.x, top.y);
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            highest = Math.max(highest, highestOn(corners.get(j), corners.get(i), hill));
        }
        return highest;
    }

    private static double highestOn(Spot from, Spot to, Hill hill) {
        DoubleUnaryOperator along =
                share -> hill.height(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        return along.applyAsDouble(highestShare(along));
    }

    /** Where a concave function on 0–1 is highest, ends included. */
    static double highestShare(DoubleUnaryOperator along) {
        double low = 0;
        double high = 1;
        double left = high - GOLDEN;
        double right = low + GOLDEN;
        double atLeft = along.applyAsDouble(left);
        double atRight = along.applyAsDouble(right);
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            if (atLeft < atRight) {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = along.applyAsDouble(right);
            } else {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = along.applyAsDouble(left);
            }
        }
        double middle = (low + high) / 2;
        double best = along.applyAsDouble(0) > along.applyAsDouble(middle) ? 0 : middle;
        return along.applyAsDouble(1) > along.applyAsDouble(best) ? 1 : best;
    }
}
