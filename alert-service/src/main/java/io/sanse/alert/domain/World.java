package io.sanse.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a decision may know of the world.
 *
 * @param now the present, to the microsecond
 * @param router who is competent
 * @param outages times at which the platform did not serve, oldest first, without overlap
 */
public record World(Instant now, Router router, List<Outage> outages) {
    /** From when until when the platform did not serve. */
    public record Outage(Instant from, Instant until) {}

    public World {
        outages = List.copyOf(outages);
    }

    /** How long the platform was down between two instants. */
    Duration downBetween(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Outage outage : outages) {
            Instant begin = outage.from().isAfter(from) ? outage.from() : from;
            Instant end = outage.until().isBefore(until) ? outage.until() : until;
            sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
        }
        return sum;
    }
}
