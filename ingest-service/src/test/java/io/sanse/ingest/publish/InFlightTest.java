package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InFlightTest {
    private final InFlight inFlight = new InFlight(100);

    @ParameterizedTest(name = "{0} on their way: congested {1}")
    @CsvSource({"99, false", "100, false", "101, true"})
    void congestedAboveTheLimit(int copies, boolean congested) {
        assertTrue(inFlight.admit(copies));
        assertEquals(congested, inFlight.congested());
        assertEquals(!congested, inFlight.drained().isComplete());
    }

    @ParameterizedTest(name = "{0} more on top of 150: admitted {1}")
    @CsvSource({"49, true", "50, true", "51, false"})
    void refusedAboveTwiceTheLimit(int more, boolean admitted) {
        inFlight.admit(150);
        assertEquals(admitted, inFlight.admit(more));
        assertEquals(admitted ? 150 + more : 150, inFlight.count());
    }

    @Test
    void oneBigCallIsTakenWhenNothingElseIsOnItsWay() {
        assertTrue(inFlight.admit(1_000));
        assertFalse(inFlight.admit(1));
    }

    @Test
    void drainedWhenHalfIsFreeAgain() {
        inFlight.admit(150);
        Future<Void> drained = inFlight.drained();
        inFlight.release(99);
        assertFalse(drained.isComplete());
        inFlight.release(1);
        assertTrue(drained.isComplete());
    }

    @Test
    void whoAsksBetweenLimitAndHalfIsNotLeftWaiting() {
        inFlight.admit(150);
        inFlight.release(60);
        assertTrue(inFlight.drained().isComplete());
    }
}
