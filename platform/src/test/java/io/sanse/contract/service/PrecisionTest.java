package io.sanse.contract.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.service.OutcomeList.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
    /** Wilson's interval as published tables have it. */
    @ParameterizedTest(name = "{0} right, {1} wrong: {2} to {3}")
    @CsvSource({
        "0, 10, 0, 0.2775",
        "1, 0, 0.2065, 1",
        "5, 5, 0.2366, 0.7634",
        "9, 1, 0.5958, 0.9821",
        "95, 5, 0.8882, 0.9785"
    })
    void interval(long right, long wrong, double low, double high) {
        Precision precision = Precision.of(right, wrong);
        assertEquals((double) right / (right + wrong), precision.share(), 1e-9);
        assertEquals(low, precision.low(), 1e-4);
        assertEquals(high, precision.high(), 1e-4);
    }

    @Test
    void ofNothingThereIsNone() {
        assertNull(Precision.of(0, 0));
    }
}
