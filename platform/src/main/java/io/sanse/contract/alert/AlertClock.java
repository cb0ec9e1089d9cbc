package io.sanse.contract.alert;

import java.time.Instant;

/**
 * A deadline of an alert.
 *
 * @param name which
 * @param startedAt when it began to run
 * @param dueAt when it ends
 * @param stoppedAt when it was met, or null while it runs
 * @param breachedAt the true deadline if it was missed, else null
 */
public record AlertClock(ClockName name, Instant startedAt, Instant dueAt, Instant stoppedAt, Instant breachedAt) {}
