package io.sanse.model.detect.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A guard against a hot path that grows tenfold; the figures come from {@link HotPathCost#main}. */
class HotPathCostTest {
    private static final double MOST_US = 20;

    @Test
    void aPositionStaysCheap() {
        double cost = new HotPathCost(2_000).measure(new LiveMemory(), 40);
        assertTrue(cost < MOST_US, "a position costs " + cost + " µs");
    }
}
