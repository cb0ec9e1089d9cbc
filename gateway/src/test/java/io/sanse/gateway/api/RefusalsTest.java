package io.sanse.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-05T12:00:10Z"));
    private final Refusals refusals = new Refusals(now::get);

    private void count(String user, int times) {
        for (int i = 0; i < times; i++) {
            refusals.count(user);
        }
    }

    @ParameterizedTest(name = "{0} refusals")
    @CsvSource({"0, false, false", "19, false, false", "20, true, false", "21, true, true"})
    void inOneMinute(int times, boolean tooMany, boolean told) {
        count("a", times);
        assertEquals(List.of(tooMany, told), List.of(refusals.areTooMany("a"), refusals.areTold("a")));
        assertFalse(refusals.areTooMany("b"));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        count("a", 25);
        now.set(Instant.parse("2026-03-05T12:01:00Z"));
        assertFalse(refusals.areTooMany("a"));
        count("a", 20);
        assertFalse(refusals.areTold("a"));
    }
}
