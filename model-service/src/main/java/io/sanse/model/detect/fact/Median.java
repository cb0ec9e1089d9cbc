package io.sanse.model.detect.fact;

import java.util.Arrays;
import java.util.Collection;

/** The median: half of the values lie on either side of it, whatever a few of them do. */
public final class Median {
    private Median() {}

    /** @param values at least one; of an even number the mean of the two in the middle */
    public static double of(Collection<Double> values) {
        double[] all = new double[values.size()];
        int next = 0;
        for (double value : values) {
            all[next++] = value;
        }
        return of(all);
    }

    /** @param values at least one; they are left sorted */
    public static double of(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
