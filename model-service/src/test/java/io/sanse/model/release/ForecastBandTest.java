package io.sanse.model.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastBandTest {
    private static final int FLOOR = 5;

    /** Limits by the Poisson distribution's table: 10 expected, 22 or more in 0.07 % of all cases, 21 or more in 0.16 %. */
    @ParameterizedTest(name = "{1} of {0} a day after {2} h: too many {3}, too few {4}")
    @CsvSource({
        "0, 5, 24, false, false",
        "0, 6, 24, true, false",
        "0, 6, 1, true, false",
        "10, 10, 24, false, false",
        "10, 21, 24, false, false",
        "10, 22, 24, true, false",
        "10, 2, 24, false, false",
        "10, 1, 24, false, true",
        "10, 0, 23, false, false",
        "10, 0, 24, false, true",
        "240, 5, 1, false, false",
        "240, 22, 1, true, false",
        "2000, 2130, 24, false, false",
        "2000, 2150, 24, true, false",
        "2000, 1850, 24, false, true",
        "2000, 1870, 24, false, false"
    })
    void limits(double perDay, long count, int hours, boolean tooMany, boolean tooFew) {
        ForecastBand band = new ForecastBand(perDay, FLOOR);
        assertEquals(tooMany, band.isTooMany(count, Duration.ofHours(hours)));
        assertEquals(tooFew, band.isTooFew(count, Duration.ofHours(hours)));
    }

    @ParameterizedTest(name = "{0} a day after {1} h: from {2} to {3}")
    @CsvSource({"0, 24, 0, 5", "10, 24, 2, 21", "10, 23, 0, 20", "240, 1, 0, 21", "2000, 24, 1863, 2137"})
    void edges(double perDay, int hours, long least, long most) {
        ForecastBand band = new ForecastBand(perDay, FLOOR);
        Duration elapsed = Duration.ofHours(hours);
        assertEquals(least, band.least(elapsed));
        assertEquals(most, band.most(elapsed));
        assertEquals(false, band.isTooMany(most, elapsed) || band.isTooFew(least, elapsed));
        assertEquals(true, band.isTooMany(most + 1, elapsed));
    }
}
