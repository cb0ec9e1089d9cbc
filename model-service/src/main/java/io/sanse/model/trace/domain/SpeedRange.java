package io.sanse.model.trace.domain;

/**
 * The speeds that a trace-back may take as plausible. The stored boxes hold for every one of them; who changes these limits has to write the boxes again.
 */
public final class SpeedRange {
    public static final double SLOWEST_KMH = 60;
    public static final double FASTEST_KMH = 150;

    /** Deviation of a place that is not a move, at most, m. */
    public static final double LARGEST_ERROR_M = 100;

    static final double KMH_IN_METRES_PER_MS = 1 / 3_600.0;
    static final double SLOWEST = SLOWEST_KMH * KMH_IN_METRES_PER_MS;
    static final double FASTEST = FASTEST_KMH * KMH_IN_METRES_PER_MS;

    private SpeedRange() {}
}
