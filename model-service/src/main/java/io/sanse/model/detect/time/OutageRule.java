package io.sanse.model.detect.time;

import io.sanse.contract.observation.Progress;

/**
 * How long a feed may say nothing before it counts as down.
 *
 * @param feedMs of feeds of observations, ms of their own time
 * @param intakeMs of ingest-service itself, ms
 */
public record OutageRule(long feedMs, long intakeMs) {
    /** Longest time without a report that is no outage, ms. */
    public long longest(String feed) {
        return feed.equals(Progress.INTAKE) ? intakeMs : feedMs;
    }
}
