package io.sanse.bench.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What lies on the heap now, beyond what lay there at first. */
final class Heap implements Scales {
    /** The serial collector leaves some of the dead where they lie, but not each fourth time. */
    private static final int COLLECTIONS = 4;

    private final Duration rest;
    private long before;
    private long weighed;

    Heap() {
        this(Duration.ZERO);
    }

    /** @param rest how long to wait before weighing, so that what is on its way between threads comes in */
    Heap(Duration rest) {
        this.rest = rest;
    }

    @Override
    public void tare() {
        before = used();
    }

    @Override
    public void weigh() {
        weighed = used() - before;
    }

    long bytes() {
        return weighed;
    }

    /** What was used when everything had gone that can go; what threads have set aside for themselves since then is not used. */
    private long used() {
        long until = System.nanoTime() + rest.toNanos();
        for (long left = rest.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
