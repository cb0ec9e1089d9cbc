package io.sanse.bench.durable.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Reports at a fixed rate until it is closed. What has come together leaves every few milliseconds, as from ingest-service. */
public final class PacedLoad implements AutoCloseable {
    private static final Duration LINGER = Duration.ofMillis(5);

    private final LiveFeed feed;
    private final double perSecond;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile long reported;

    private PacedLoad(LiveFeed feed, double perSecond) {
        this.feed = feed;
        this.perSecond = perSecond;
    }

    /** @param perSecond reports a second */
    public static PacedLoad start(LiveFeed feed, double perSecond) {
        PacedLoad load = new PacedLoad(feed, perSecond);
        new Thread(load::run, "load").start();
        return load;
    }

    private void run() {
        try {
            long begin = System.nanoTime();
            while (!closed) {
                long due = (long) (perSecond * (System.nanoTime() - begin) / 1e9);
                feed.report(due - reported);
                reported = due;
                feed.send();
                LockSupport.parkNanos(LINGER.toNanos());
            }
            feed.flush();
            end.complete(null);
        } catch (RuntimeException failure) {
            end.completeExceptionally(failure);
        }
    }

    /** How many reports by now. */
    public long reported() {
        return reported;
    }

    /** Returns when the broker has everything. Throws when it has refused something. */
    @Override
    public void close() {
        closed = true;
        end.join();
    }
}
