package io.sanse.model.detect.fact;

import java.util.Collection;

/** The median: half of the values lie on either side of it, whatever a few of them do. */
public final class Median {
    private Median() {}

    /** @param values at least one; of an even number the mean of the two in the middle */
    public static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
