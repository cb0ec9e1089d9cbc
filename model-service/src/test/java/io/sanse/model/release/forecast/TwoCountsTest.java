package io.sanse.model.release.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoCountsTest {
    /** By hand where the numbers are small: of three events all in one half in 1/8 of all cases; the others by exact sums of the binomial distribution in whole numbers. */
    @ParameterizedTest(name = "{0} against {1} at a share of {2}: {3} or {4}")
    @CsvSource({
        "3, 0, 0.5, 0.125, 1",
        "0, 3, 0.5, 1, 0.125",
        "2, 1, 0.5, 0.5, 1",
        "8, 0, 0.125, 5.960464477539063e-8, 1",
        "0, 0, 0.125, 1, 1",
        "25, 35, 0.125, 1.58334e-8, 1",
        "10, 310, 0.125, 1, 3.37985e-9"
    })
    void areExact(long count, long sample, double share, double atLeast, double atMost) {
        assertEquals(atLeast, TwoCounts.atLeast(count, sample, share), atLeast * 0.001);
        assertEquals(atMost, TwoCounts.atMost(count, sample, share), atMost * 0.001);
    }
}
