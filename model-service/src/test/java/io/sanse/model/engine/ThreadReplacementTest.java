package io.sanse.model.engine;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.health.Health;
import io.sanse.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final TestClock clock = new TestClock("2026-03-05T12:00:00Z");
    private final Health health = new Health();
    private final ThreadReplacement replacement = new ThreadReplacement(clock, health);

    @Test
    void threadsThatDieNowAndThenAreReplaced() {
        for (int death = 0; death < 100; death++) {
            clock.advance(Duration.ofSeconds(11));
            assertEquals(REPLACE_THREAD, replacement.handle(new IllegalStateException("broker gone")));
        }
        assertTrue(health.live().up());
    }

    @Test
    void theThirtyFirstDeathInFiveMinutesEndsTheProcess() {
        for (int death = 0; death < 30; death++) {
            assertEquals(REPLACE_THREAD, replacement.handle(new IllegalStateException("broker gone")));
        }
        assertEquals(SHUTDOWN_CLIENT, replacement.handle(new IllegalStateException("broker gone")));
        assertFalse(health.live().up());
    }
}
