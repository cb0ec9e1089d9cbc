package io.sanse.contract.alert;

import java.time.Instant;

/**
 * A deadline of an alert.
 *
 * @param name which
 * @param department whom it binds when every department of a joint task has its own, else null
 * @param startedAt when it began to run
 * @param dueAt when it ends
 * @param stoppedAt when it was met, or null while it runs
 * @param breachedAt the true deadline if it was missed, else null
 * @param platformDelayS of a missed one, the seconds that are the platform's own doing: it was down while the clock ran, or wrote the breach
 *     down late; null when there are none
 */
public record AlertClock(
        ClockName name,
        String department,
        Instant startedAt,
        Instant dueAt,
        Instant stoppedAt,
        Instant breachedAt,
        Integer platformDelayS) {
    /** A clock of the alert as a whole, without delay by the platform. */
    public AlertClock(ClockName name, Instant startedAt, Instant dueAt, Instant stoppedAt, Instant breachedAt) {
        this(name, null, startedAt, dueAt, stoppedAt, breachedAt, null);
    }
}
