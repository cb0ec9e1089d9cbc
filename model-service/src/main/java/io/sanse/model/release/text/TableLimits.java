package io.sanse.model.release.text;

import io.sanse.contract.ServiceError;
import java.util.Locale;

/**
 * How long a table of cases may be that a platform plays while others wait.
 *
 * @param cases most cases
 * @param observations most observations in all of them together
 */
record TableLimits(int cases, int observations) {
    /** The largest table that ships has 61 cases and some ten thousand observations. */
    static final TableLimits PLATFORM = new TableLimits(500, 1_000_000);

    /** Fails with {@link ServiceError#REJECTED} when there are too many. */
    void requireCases(long count) {
        require(count, cases, "cases");
    }

    /** Fails with {@link ServiceError#REJECTED} when there are too many. */
    void requireObservations(long count) {
        require(count, observations, "observations in all");
    }

    private static void require(long count, int most, String what) {
        if (count > most) {
            throw ServiceError.REJECTED.exception(
                    String.format(Locale.ROOT, "a table has at most %,d %s on a platform", most, what));
        }
    }
}
