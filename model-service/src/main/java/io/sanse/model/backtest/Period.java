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

    /**
     * Its length in days as far as something is known of it; one that is shorter counts as a day.
     *
     * @param first when the first of what is known was received, or null
     */
    double days(Instant first) {
        Instant known = first == null || first.isBefore(from) ? from : first;
        return Math.max(
                1,
                Duration.between(known, until).toMillis()
                        / (double) Duration.ofDays(1).toMillis());
    }
}
