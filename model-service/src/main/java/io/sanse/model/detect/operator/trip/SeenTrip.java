package io.sanse.model.detect.operator.trip;

import io.sanse.model.detect.operator.trip.Stray.Seen;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import java.util.ArrayList;
import java.util.List;

/** The reports of a vehicle on a trip, each with how far it is off every way that it may go then. */
final class SeenTrip {
    private static final double KMH_IN_METRES_PER_MS = 1 / 3_600.0;

    /** A deviation up to this is noise, not a move, m. */
    private static final double JITTER_M = 100;

    /** Reports in a row that agree with each other, after which a jump is believed. */
    private static final int BELIEVED = 5;

    private final Question question;
    private final RouteTrip trip;
    private final List<RouteTrip> trips;
    private final List<Seen> reports = new ArrayList<>();
    private boolean arrived;

    /** @param trips all of the vehicle's: it may go where any that is open leads */
    SeenTrip(Question question, RouteTrip trip, List<RouteTrip> trips) {
        this.question = question;
        this.trip = trip;
        this.trips = trips;
        read();
    }

    /** From the first one on the route to the arrival at the receiver or the end of the trip, by time. */
    List<Seen> reports() {
        return reports;
    }

    /** When the trip ended, or null while it lasts, ms. */
    Long endedAt(long shown) {
        long last = reports.isEmpty()
                ? Long.MIN_VALUE
                : reports.get(reports.size() - 1).fix().at();
        return arrived ? (Long) last : shown >= trip.until() ? (Long) Math.max(last, trip.until()) : null;
    }

    private void read() {
        int atReceiver = 0;
        for (Fix fix : plausible(question.sight().trail().between(trip.from(), trip.until() - 1))) {
            double strayed = strayedM(fix);
            if (!reports.isEmpty() || strayed <= question.parameters().number("corridor")) {
                reports.add(new Seen(fix, strayed));
            }
            atReceiver = trip.isAtReceiver(fix) ? atReceiver + 1 : 0;
            if (atReceiver > 1) {
                arrived = true;
                return;
            }
        }
    }

    private double strayedM(Fix fix) {
        double nearEnds = question.parameters().number("nearEnds");
        return trips.stream()
                .filter(open -> open.covers(fix.at()))
                .mapToDouble(open -> open.strayedM(fix, nearEnds))
                .min()
                .orElse(0);
    }

    /** Without those that could only be reached by a jump, until enough in a row agree on it. */
    private List<Fix> plausible(List<Fix> fixes) {
        List<Fix> plausible = new ArrayList<>();
        Fix anchor = null;
        Fix doubtful = null;
        int doubts = 0;
        for (Fix fix : fixes) {
            if (!fix.placed()) {
                continue;
            }
            boolean reached = anchor == null || isReachable(anchor, fix);
            doubts = reached ? 0 : doubtful != null && isReachable(doubtful, fix) ? doubts + 1 : 1;
            doubtful = reached ? null : fix;
            if (reached || doubts >= BELIEVED) {
                anchor = fix;
                plausible.add(fix);
            }
        }
        return plausible;
    }

    private boolean isReachable(Fix from, Fix to) {
        double speed = question.parameters().number("maxSpeed") * KMH_IN_METRES_PER_MS;
        return from.location().distanceM(to.location()) <= JITTER_M + (to.at() - from.at()) * speed;
    }
}
