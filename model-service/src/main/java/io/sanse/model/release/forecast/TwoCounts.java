package io.sanse.model.release.forecast;

/**
 * Compares two counts of one process, exactly: of all events together each falls into the span that is looked at with a probability that the lengths of the spans say. That the
 * other span is a sample with an error of its own is in it, and the rate itself needs not be known.
 */
final class TwoCounts {
    private static final double NEGLIGIBLE = 1e-12;
    private static final double[] STIRLING = {1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0};
    private static final int STIRLING_FROM = 10;

    private TwoCounts() {}

    /**
     * How likely so many or more are.
     *
     * @param count in the span that is looked at
     * @param sample in the other span
     * @param share length of the span that is looked at, of both together, 0–1
     */
    static double atLeast(long count, long sample, double share) {
        long all = count + sample;
        if (count <= all * share) {
            return 1;
        }
        return sum(count, all, share, 1);
    }

    /** How likely so many or fewer are. */
    static double atMost(long count, long sample, double share) {
        long all = count + sample;
        if (count >= all * share) {
            return 1;
        }
        return sum(count, all, share, -1);
    }

    /** The terms of the binomial distribution away from its middle, from a count on. */
    private static double sum(long from, long all, double share, int step) {
        double odds = share / (1 - share);
        double term = Math.exp(logOf(from, all) + from * Math.log(share) + (all - from) * Math.log1p(-share));
        double sum = 0;
        for (long count = from; count >= 0 && count <= all && term > sum * NEGLIGIBLE; count += step) {
            sum += term;
            term *= step > 0 ? odds * (all - count) / (count + 1) : count / (odds * (all - count + 1));
        }
        return Math.min(1, sum);
    }

    /** Logarithm of the number of ways to choose. */
    private static double logOf(long chosen, long all) {
        return logFactorial(all) - logFactorial(chosen) - logFactorial(all - chosen);
    }

    /** By Stirling's series, whose error is below 1e-10 from ten on. */
    private static double logFactorial(long number) {
        double shift = 0;
        double x = number + 1;
        while (x < STIRLING_FROM) {
            shift += Math.log(x);
            x++;
        }
        double series = 0;
        double power = x;
        for (double coefficient : STIRLING) {
            series += coefficient / power;
            power *= x * x;
        }
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
