package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleBiFunction;

/**
 * Which way values go, whatever a few of them do: each pair of them is asked.
 *
 * @param values by day
 */
record Trend(SortedMap<Long, Double> values) {
    /** Between 1, each value is above all before it, and -1, each is below (Kendall's tau); 0 for fewer than two. */
    double concord() {
        return pairs((from, to) -> Math.signum(to.getValue() - from.getValue())).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** Change a day: the median over all pairs (Theil and Sen); 0 for fewer than two. */
    double slope() {
        List<Double> slopes = pairs((from, to) -> (to.getValue() - from.getValue()) / (to.getKey() - from.getKey()));
        return slopes.isEmpty() ? 0 : Median.of(slopes);
    }

    private List<Double> pairs(ToDoubleBiFunction<Map.Entry<Long, Double>, Map.Entry<Long, Double>> asked) {
        List<Map.Entry<Long, Double>> all = List.copyOf(values.entrySet());
        List<Double> answers = new ArrayList<>();
        for (int to = 1; to < all.size(); to++) {
            for (int from = 0; from < to; from++) {
                answers.add(asked.applyAsDouble(all.get(from), all.get(to)));
            }
        }
        return answers;
    }
}
