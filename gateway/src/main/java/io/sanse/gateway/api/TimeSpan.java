package io.sanse.gateway.api;

import io.sanse.gateway.http.Parameters;
import java.time.Duration;
import java.time.Instant;

/**
 * A span of event time.
 *
 * @param from inclusive
 * @param until exclusive
 */
record TimeSpan(Instant from, Instant until) {
    private static final Duration DEFAULT = Duration.ofHours(24);

    /** By the parameters {@code from} and {@code until}; without them the last 24 hours. */
    static TimeSpan of(Parameters parameters, Instant now) {
        Instant until = parameters.instant("until").orElse(now);
        return new TimeSpan(parameters.instant("from").orElse(until.minus(DEFAULT)), until);
    }
}
