package io.sanse.model.backtest;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of the platform's time: when something was received.
 *
 * @param from inclusive
 * @param until exclusive, after {@code from}
 */
public record Period(Instant from, Instant until) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until");
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Its length in days; one that is shorter counts as a day. */
    double days() {
        return Math.max(
                1,
                Duration.between(from, until).toMillis()
                        / (double) Duration.ofDays(1).toMillis());
    }
}
