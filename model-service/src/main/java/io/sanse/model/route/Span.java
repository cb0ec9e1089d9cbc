package io.sanse.model.route;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of event time.
 *
 * @param from inclusive
 * @param until exclusive
 */
record Span(Instant from, Instant until) {
    private static final Duration DAY = Duration.ofDays(1);

    /** The next day at most of which everything has come, or null. */
    static Span next(Instant from, Instant settled) {
        Instant until = from.plus(DAY).isBefore(settled) ? from.plus(DAY) : settled;
        return from.isBefore(until) ? new Span(from, until) : null;
    }
}
