package io.sanse.model.detect.operator.store;

import io.sanse.contract.observation.Operation.Measure;
import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.WorkBook.Month;
import java.util.List;
import java.util.SortedMap;

/** A firm's own months, each by the day, so that long and short ones compare. */
final class WorkHistory {
    private static final double MS_PER_DAY = 24 * 3_600_000.0;

    private final List<Month> months;

    /**
     * Those with reports by a measure.
     *
     * @param all the firm's months
     * @param before month that is too late
     * @param most no more than these, the latest
     */
    WorkHistory(SortedMap<String, Month> all, String before, int most, Measure measure) {
        List<Month> known = all.headMap(before).values().stream()
                .filter(month -> month.amounts().containsKey(measure))
                .toList();
        months = known.subList(Math.max(0, known.size() - most), known.size());
    }

    long months() {
        return months.size();
    }

    /** The usual amount in a time of this length, or 0 when there is no month. */
    double usualAmount(Measure measure, long length) {
        return length
                / MS_PER_DAY
                * median(months.stream()
                        .map(month -> month.amounts().get(measure) / month.days())
                        .toList());
    }

    /** What is usually declared in a time of this length, t; 0 when there is no month. */
    double usualDeclared(long length) {
        return length / MS_PER_DAY * median(daily());
    }

    /**
     * How far a declared amount lies from the usual one, in median absolute deviations; 0 when nothing is usual.
     *
     * @param leastSpread the deviation is taken to be at least this share of the usual, %
     */
    double deviation(double declared, long length, double leastSpread) {
        double usual = usualDeclared(length);
        double spread = length
                / MS_PER_DAY
                * median(daily().stream()
                        .map(day -> Math.abs(day - median(daily())))
                        .toList());
        double least = Math.max(spread, usual * leastSpread / 100);
        return least > 0 ? (declared - usual) / least : 0;
    }

    private List<Double> daily() {
        return months.stream().map(month -> month.declared() / month.days()).toList();
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? 0 : Median.of(values);
    }
}
