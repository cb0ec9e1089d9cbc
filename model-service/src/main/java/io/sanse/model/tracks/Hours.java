package io.sanse.model.tracks;

import java.time.Instant;

/**
 * A span of hours of event time since 1970.
 *
 * @param first first hour
 * @param last last hour, included
 */
record Hours(int first, int last) {
    static final Hours NONE = new Hours(1, 0);

    /** The hours that a span of time touches; {@code until} is behind it. */
    static Hours of(Instant from, Instant until) {
        return new Hours(SegmentPacking.hour(from), SegmentPacking.hour(until.minusMillis(1)));
    }

    boolean isEmpty() {
        return first > last;
    }
}
