package io.sanse.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int BYTES = 128 << 20;

    /** What tests before this one have left may go meanwhile. */
    private static final double TOLERANCE = BYTES / 4.0;

    @Test
    void weighsWhatIsInUseBeyondWhatLayThere() {
        Heap heap = new Heap();
        byte[] before = new byte[BYTES];
        heap.tare();
        byte[] since = new byte[BYTES];
        int garbage = new byte[BYTES].length;
        heap.weigh();
        assertEquals(garbage, heap.bytes(), TOLERANCE);
        Reference.reachabilityFence(before);
        Reference.reachabilityFence(since);
    }
}
