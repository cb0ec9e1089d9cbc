package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import java.util.Map;
import java.util.SortedMap;

/** Which way values go, whatever a few of them do: each pair of them is asked. */
final class Trend {
    private final long[] days;
    private final double[] values;

    /** @param byDay the values */
    Trend(SortedMap<Long, Double> byDay) {
        days = new long[byDay.size()];
        values = new double[byDay.size()];
        int next = 0;
        for (Map.Entry<Long, Double> one : byDay.entrySet()) {
            days[next] = one.getKey();
            values[next++] = one.getValue();
        }
    }

    /** Between 1, each value is above all before it, and -1, each is below (Kendall's tau); 0 for fewer than two. */
    double concord() {
        double sum = 0;
        for (int to = 1; to < values.length; to++) {
            for (int from = 0; from < to; from++) {
                sum += Math.signum(values[to] - values[from]);
            }
        }
        return values.length < 2 ? 0 : sum / pairs();
    }

    /** Change a day: the median over all pairs (Theil and Sen); 0 for fewer than two. */
    double slope() {
        double[] slopes = new double[pairs()];
        int next = 0;
        for (int to = 1; to < values.length; to++) {
            for (int from = 0; from < to; from++) {
                slopes[next++] = (values[to] - values[from]) / (days[to] - days[from]);
            }
        }
        return slopes.length == 0 ? 0 : Median.of(slopes);
    }

    private int pairs() {
        return values.length * (values.length - 1) / 2;
    }
}
