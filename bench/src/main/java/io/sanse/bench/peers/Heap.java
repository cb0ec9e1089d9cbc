package io.sanse.bench.peers;

/** What lies on the heap now, beyond what lay there at first. */
final class Heap {
    private long before;
    private long weighed;

    /** What lies there now does not count. */
    void tare() {
        before = used();
    }

    void weigh() {
        weighed = used() - before;
    }

    long bytes() {
        return weighed;
    }

    /** What is used once everything that can go is gone. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
