package io.sanse.contract.service;

import java.util.List;

/**
 * What became of the alerts of models.
 *
 * @param items by model id
 */
public record OutcomeList(List<ModelOutcome> items) {
    /** Standard normal quantile of a two-sided interval of 95 %. */
    private static final double Z = 1.959964;

    public OutcomeList {
        items = List.copyOf(items);
    }

    /**
     * Of one model.
     *
     * @param model model id
     * @param raised alerts
     * @param confirmed verified, and so it was
     * @param unfounded verified, and it was not so
     * @param undetermined verified, and nobody can say
     * @param retracted taken back by the model
     * @param closed driven to their end
     * @param ignored raised more than seven days ago, and nobody has done anything about them
     * @param precision share of the confirmed in the confirmed and unfounded, or null when there are none
     */
    public record ModelOutcome(
            String model,
            long raised,
            long confirmed,
            long unfounded,
            long undetermined,
            long retracted,
            long closed,
            long ignored,
            Precision precision) {}

    /**
     * A share with its interval of 95 % (Wilson).
     *
     * @param share 0–1
     * @param low lower end
     * @param high upper end
     */
    public record Precision(double share, double low, double high) {
        /** Of so many right and wrong ones; null when there are none. */
        public static Precision of(long right, long wrong) {
            double n = right + (double) wrong;
            if (n == 0) {
                return null;
            }
            double share = right / n;
            double middle = share + Z * Z / (2 * n);
            double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
            double scale = 1 + Z * Z / n;
            return new Precision(share, Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
        }
    }
}
