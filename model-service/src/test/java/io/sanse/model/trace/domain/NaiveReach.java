package io.sanse.model.trace.domain;

import java.util.List;

/** Tries every point of a circle around the pit, 10 m apart, between every two sights: slow, and easy to believe. */
final class NaiveReach {
    /**
     * What is asked.
     *
     * @param radius of the circle, m
     * @param kmh no vehicle goes faster
     * @param error of a place, m
     */
    record Limits(double radius, double kmh, double error) {}

    private static final double METRES = 111_195.08;
    private static final double STEP = 10;

    private NaiveReach() {}

    static boolean possible(List<Sight> sights, TraceWindow window, Limits limits) {
        if (sights.isEmpty()) {
            return false;
        }
        boolean possible = tried(null, sights.get(0), window, limits)
                || tried(sights.get(sights.size() - 1), null, window, limits);
        for (int i = 1; i < sights.size() && !possible; i++) {
            Sight a = sights.get(i - 1);
            Sight b = sights.get(i);
            possible = jump(a, b, limits)
                    ? tried(a, null, before(window, b), limits) || tried(null, b, after(window, a), limits)
                    : tried(a, b, window, limits);
        }
        return possible;
    }

    private static boolean jump(Sight a, Sight b, Limits limits) {
        double[] from = spot(a);
        double[] to = spot(b);
        return Math.hypot(from[0] - to[0], from[1] - to[1])
                > limits.kmh() / 3_600 * (b.at() - a.at()) + 2 * limits.error();
    }

    private static TraceWindow before(TraceWindow window, Sight b) {
        return new TraceWindow(window.from(), Math.min(window.until(), b.at()));
    }

    private static TraceWindow after(TraceWindow window, Sight a) {
        return new TraceWindow(Math.max(window.from(), a.at()), window.until());
    }

    private static boolean tried(Sight a, Sight b, TraceWindow window, Limits limits) {
        for (double x = -limits.radius(); x <= limits.radius(); x += STEP) {
            for (double y = -limits.radius(); y <= limits.radius(); y += STEP) {
                if (Math.hypot(x, y) <= limits.radius() && stays(a, b, window, limits, new double[] {x, y})) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean stays(Sight a, Sight b, TraceWindow window, Limits limits, double[] point) {
        double arrival = a == null ? window.from() : Math.max(window.from(), a.at() + travel(a, point, limits));
        double leaving = b == null ? window.until() : Math.min(window.until(), b.at() - travel(b, point, limits));
        return arrival <= leaving;
    }

    private static double travel(Sight sight, double[] point, Limits limits) {
        double[] spot = spot(sight);
        return Math.max(0, Math.hypot(spot[0] - point[0], spot[1] - point[1]) - limits.error())
                / (limits.kmh() / 3_600);
    }

    private static double[] spot(Sight sight) {
        return new double[] {
            (sight.location().longitude() - Drive.PIT.longitude())
                    * METRES
                    * Math.cos(Math.toRadians(Drive.PIT.latitude())),
            (sight.location().latitude() - Drive.PIT.latitude()) * METRES
        };
    }
}
