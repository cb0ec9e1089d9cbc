package io.sanse.model.backtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A guard against a backtest that grows ten times slower; the figures come from {@link BacktestSpeed#main}. */
class BacktestSpeedTest {
    private static final int CITY = 20_000;
    private static final int TRUCKS = 1_000;

    @Test
    void aCityIsPlayedFasterThanItHappened() {
        BacktestSpeed speed = new BacktestSpeed(TRUCKS, 20);
        speed.timesRealTime(1);
        double city = speed.timesRealTime(1) * TRUCKS / CITY;
        assertTrue(city > 20, () -> "only " + city + " x real time");
    }
}
