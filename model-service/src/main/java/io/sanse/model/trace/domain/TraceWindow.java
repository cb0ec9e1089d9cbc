package io.sanse.model.trace.domain;

/**
 * The span of event time asked about, ms.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record TraceWindow(long from, long until) {
    boolean contains(long at) {
        return from <= at && at < until;
    }
}
