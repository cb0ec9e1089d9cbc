package io.sanse.model.trace.domain;

import io.sanse.model.trace.domain.Place.Spot;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether a vehicle can have been at the place between two sights: by everything that it can have reached, not by a straight line.
 *
 * <p>A vehicle seen at a and t later at b can have been at p if it could go from a to p and from p to b in time: |ap| + |pb| ≤ v·t, an ellipse. How long it can have
 * stayed at p within the window is a concave function of p, so that its highest value over the place is found by searching the edges and the line from a to b. Each place
 * may be wrong by the tolerance. Two sights farther apart than v·t are a jump: one of them is wrong, and nobody knows which, so it can have been wherever either of them
 * alone allows.
 */
final class Reach {
    /** When a stay is so long that the size of the place makes no more difference than this, it is not searched for the best point. */
    private static final double NEGLIGIBLE = 0.02;

    private final Place place;
    private final TraceWindow window;
    private final double speed;
    private final double tolerance;

    /** @param kmh no vehicle is believed to go faster; @param tolerance deviation of a place that is not a move, m */
    Reach(Place place, TraceWindow window, double kmh, double tolerance) {
        this.place = place;
        this.window = window;
        this.speed = kmh * SpeedRange.KMH_IN_METRES_PER_MS;
        this.tolerance = tolerance;
    }

    /** An end of the time without a sight. */
    private record End(Spot spot, long at) {}

    boolean inside(Sight sight) {
        Spot spot = place.spot(sight.location());
        return spot.distance(0, 0) <= place.radiusM() + tolerance && place.distanceM(spot) <= tolerance;
    }

    /** The presence that is possible between two consecutive sights, of which one may be null; or null. */
    Occasion between(Sight before, Sight after) {
        End a = before == null ? null : new End(place.spot(before.location()), before.at());
        End b = after == null ? null : new End(place.spot(after.location()), after.at());
        long from = Math.max(window.from(), a == null ? Long.MIN_VALUE : a.at);
        long until = Math.min(window.until(), b == null ? Long.MAX_VALUE : b.at);
        if (from > until) {
            return null;
        }
        boolean jump = a != null
                && b != null
                && a.spot.distance(b.spot.x(), b.spot.y()) > speed * (b.at - a.at) + 2 * tolerance;
        if (!jump) {
            return occasion(a, b, new TraceWindow(from, until));
        }
        Occasion left = occasion(a, null, new TraceWindow(from, until));
        Occasion right = occasion(null, b, new TraceWindow(from, until));
        return left == null || right != null && right.stayMs() > left.stayMs() ? right : left;
    }

    private Occasion occasion(End a, End b, TraceWindow span) {
        double most = stay(a, b, span, place.radiusM());
        if (most < 0) {
            return null;
        }
        double inTheMiddle = stay(a, b, span, 0, 0);
        boolean small = most - inTheMiddle <= most * NEGLIGIBLE && place.contains(0, 0);
        double stay = small ? inTheMiddle : place.highest(top(a, b, span), (x, y) -> stay(a, b, span, x, y));
        if (stay < 0) {
            return null;
        }
        long arrival = a == null ? span.from() : a.at + Math.round(travel(distance(a, small)));
        long leaving = b == null ? span.until() : b.at - Math.round(travel(distance(b, small)));
        long unseen = (b == null ? span.until() : b.at) - (a == null ? span.from() : a.at);
        return new Occasion(
                List.of(),
                Math.max(span.from(), arrival),
                Math.min(span.until(), leaving),
                Math.round(stay),
                Math.max(1, unseen));
    }

    private double distance(End end, boolean small) {
        return small ? end.spot.distance(0, 0) - place.radiusM() : place.distanceM(end.spot);
    }

    /** What the stay is at most, whatever the place looks like inside its circle: cheap, and never too little. */
    private double stay(End a, End b, TraceWindow span, double radius) {
        double arrival = a == null ? span.from() : a.at + travel(a.spot.distance(0, 0) - radius);
        double leaving = b == null ? span.until() : b.at - travel(b.spot.distance(0, 0) - radius);
        return Math.min(span.until(), leaving) - Math.max(span.from(), arrival);
    }

    private double stay(End a, End b, TraceWindow span, double x, double y) {
        double arrival = a == null ? span.from() : a.at + travel(a.spot.distance(x, y));
        double leaving = b == null ? span.until() : b.at - travel(b.spot.distance(x, y));
        return Math.min(span.until(), leaving) - Math.max(span.from(), arrival);
    }

    /** Where it can have stayed longest if the place were everywhere: on the line between the two. */
    private Spot top(End a, End b, TraceWindow span) {
        if (a == null || b == null) {
            return a == null ? b.spot : a.spot;
        }
        double dx = b.spot.x() - a.spot.x();
        double dy = b.spot.y() - a.spot.y();
        DoubleUnaryOperator along = share -> stay(a, b, span, a.spot.x() + share * dx, a.spot.y() + share * dy);
        double share = Place.highestShare(along);
        return new Spot(a.spot.x() + share * dx, a.spot.y() + share * dy);
    }

    private double travel(double metres) {
        return Math.max(0, metres - tolerance) / speed;
    }
}
