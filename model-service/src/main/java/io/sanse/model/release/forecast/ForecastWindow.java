package io.sanse.model.release.forecast;

import io.sanse.contract.service.ModelVersionList.WatchedWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The last hours of a version against the same hours of the day in its gate's sample. */
final class ForecastWindow {
    /** Lengths of the windows that are looked at, hours. */
    static final List<Integer> LENGTHS = List.of(1, 6, 24, 168);

    /**
     * How rare a count must be. Four windows too full and two too empty, looked at in each of the 8,760 hours of a year, are 52,560 looks: a version that fires as forecast fails one of
     * them in at most 0.8 % of all years.
     */
    private static final double RARE = 1.5e-7;

    private static final Duration HOUR = Duration.ofHours(1);

    private final ForecastSample sample;
    private final int floor;
    private final Instant from;
    private final int length;
    private final boolean full;
    private final int first;
    private final int compared;

    private ForecastWindow(ForecastSample sample, int floor, Instant from, int length, boolean full) {
        this.sample = sample;
        this.floor = floor;
        this.from = from;
        this.length = length;
        this.full = full;
        this.first = ForecastSample.hourOf(from);
        this.compared = Math.min(length, ForecastSample.HOURS);
    }

    /** The windows at a moment, of a version that judges since another one; those of no full hour yet are left out. */
    static List<ForecastWindow> at(ForecastSample sample, int floor, Instant since, Instant now) {
        List<ForecastWindow> windows = new ArrayList<>();
        for (int length : LENGTHS) {
            boolean full = length >= ForecastSample.HOURS;
            Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(full ? Duration.ZERO : HOUR);
            Instant first = since.truncatedTo(ChronoUnit.HOURS);
            Instant begin = full && first.isBefore(since) ? first.plus(HOUR) : first;
            int known = (int) Math.min(length, Duration.between(begin, end).toHours());
            // more than a day is compared in whole days: each hour of the day as often as any other
            int compared = known > ForecastSample.HOURS ? known - known % ForecastSample.HOURS : known;
            if (compared > 0) {
                windows.add(new ForecastWindow(sample, floor, end.minus(HOUR.multipliedBy(compared)), compared, full));
            }
        }
        return windows;
    }

    Instant from() {
        return from;
    }

    /** Exclusive; null: all that has come since its beginning. */
    Instant until() {
        return full ? from.plus(HOUR.multipliedBy(length)) : null;
    }

    private double times() {
        return Math.max(1, length / (double) ForecastSample.HOURS);
    }

    private double share(double days) {
        return days == 0 ? 1 : times() / (times() + days);
    }

    /** Whether so many are more than the forecast allows. */
    boolean isTooMany(long count) {
        double share = share(sample.leastDays(first, compared));
        return count > floor
                && share < 1
                && TwoCounts.atLeast(
                                (long) Math.floor(count / sample.dispersion()),
                                (long) Math.ceil(sample.alerts(first, compared) / sample.dispersion()),
                                share)
                        < RARE;
    }

    /** Whether so few are fewer than the forecast allows; of less than a day they never are. */
    boolean isTooFew(long count) {
        double share = share(sample.mostDays(first, compared));
        return full
                && length >= ForecastSample.HOURS
                && share < 1
                && TwoCounts.atMost(
                                (long) Math.ceil(count / sample.dispersion()),
                                (long) Math.floor(sample.alerts(first, compared) / sample.dispersion()),
                                share)
                        < RARE;
    }

    /** As people see it. */
    WatchedWindow seen(long raised, long lasting, boolean holdsFew) {
        double forecast = times()
                * sample.alerts(first, compared)
                / Math.max(sample.leastDays(first, compared), Double.MIN_NORMAL);
        return new WatchedWindow(length, raised, lasting, forecast, holdsFew ? least(forecast) : 0, most());
    }

    private long least(double forecast) {
        return isTooFew(0) ? edge(0, (long) Math.ceil(forecast), count -> !isTooFew(count)) : 0;
    }

    private long most() {
        long few = floor;
        long many = Math.max(1, floor) * 2L;
        while (!isTooMany(many) && many < Integer.MAX_VALUE) {
            few = many;
            many *= 2;
        }
        return edge(few, many, this::isTooMany) - 1;
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
}
