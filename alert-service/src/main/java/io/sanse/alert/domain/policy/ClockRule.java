package io.sanse.alert.domain.policy;

import java.time.Duration;

/**
 * How a clock of one level runs.
 *
 * @param limit from its start to its end
 * @param urgeBefore how long before the end those who owe it are urged, or null for never
 */
public record ClockRule(TimeLimit limit, Duration urgeBefore) {
    public ClockRule {
        if (limit == null) {
            throw new IllegalArgumentException("a clock needs a limit");
        }
        if (urgeBefore != null && (urgeBefore.isNegative() || urgeBefore.isZero())) {
            throw new IllegalArgumentException("people are urged before the end, not at it");
        }
        if (urgeBefore != null && limit instanceof TimeLimit.Elapsed e && urgeBefore.compareTo(e.duration()) >= 0) {
            throw new IllegalArgumentException(
                    "a clock of " + limit + " cannot urge " + urgeBefore + " before its end");
        }
    }
}
