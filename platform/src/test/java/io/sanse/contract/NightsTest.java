package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTest {
    @ParameterizedTest(name = "{0} by night: {1}, over at {2}")
    @CsvSource({
        "2026-03-05T21:59:59.999+08:00, false, 2026-03-06T06:00:00+08:00",
        "2026-03-05T22:00:00+08:00, true, 2026-03-06T06:00:00+08:00",
        "2026-03-05T23:59:59.999+08:00, true, 2026-03-06T06:00:00+08:00",
        "2026-03-06T00:00:00+08:00, true, 2026-03-06T06:00:00+08:00",
        "2026-03-06T05:59:59.999+08:00, true, 2026-03-06T06:00:00+08:00",
        "2026-03-06T06:00:00+08:00, false, 2026-03-07T06:00:00+08:00",
    })
    void theNightIsFrom22To6(OffsetDateTime at, boolean night, OffsetDateTime over) {
        long ms = at.toInstant().toEpochMilli();
        assertEquals(night, Nights.contains(ms));
        assertEquals(over.toInstant().toEpochMilli(), Nights.endOf(ms));
    }
}
