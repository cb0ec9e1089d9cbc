package io.sanse.model.release;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;

/**
 * What a version may raise if its backtest was right: counts of a Poisson process that would be this far out less than once in a thousand times.
 *
 * @param perDay forecast, alerts a day
 * @param floor so many alerts are never too many
 */
record ForecastBand(double perDay, int floor) {
    private static final double RARE = 0.001;
    private static final Duration DAY = Duration.ofDays(1);

    /** Whether so many in a time are more than the forecast allows. */
    boolean isTooMany(long count, Duration elapsed) {
        return count > floor && 1 - below(count, expected(elapsed)) < RARE;
    }

    /** Whether so many in a time, a day at least, are fewer than the forecast allows. */
    boolean isTooFew(long count, Duration elapsed) {
        return elapsed.compareTo(DAY) >= 0 && below(count + 1, expected(elapsed)) < RARE;
    }

    /** The most that are not too many. */
    long most(Duration elapsed) {
        long few = floor;
        long many = Math.max(1, floor) * 2L;
        while (!isTooMany(many, elapsed)) {
            few = many;
            many *= 2;
        }
        return edge(few, many, count -> isTooMany(count, elapsed)) - 1;
    }

    /** The fewest that are not too few. */
    long least(Duration elapsed) {
        return isTooFew(0, elapsed)
                ? edge(0, (long) Math.ceil(expected(elapsed)), count -> !isTooFew(count, elapsed))
                : 0;
    }

    /** The first count for which something holds, from one for which it does not to one for which it does. */
    private static long edge(long without, long with, LongPredicate holds) {
        long low = without;
        long high = with;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double expected(Duration elapsed) {
        return perDay * elapsed.toMillis() / DAY.toMillis();
    }

    /** Probability of fewer than a count, by the sum of the terms; beyond what the smallest number holds by the normal approximation. */
    private static double below(long count, double expected) {
        return exact(count, expected).orElseGet(() -> normal((count - 0.5 - expected) / Math.sqrt(expected)));
    }

    private static OptionalDouble exact(long count, double expected) {
        double term = Math.exp(-expected);
        if (term == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (long k = 0; k < count && (k <= expected || term > 0); k++) {
            sum += term;
            term *= expected / (k + 1);
        }
        return OptionalDouble.of(Math.min(1, sum));
    }

    /** Logistic approximation of the normal distribution; its error is below 0.0002. */
    private static double normal(double deviations) {
        return 1 / (1 + Math.exp(-1.5976 * deviations - 0.07056 * Math.pow(deviations, 3)));
    }
}
