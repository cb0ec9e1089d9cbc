package io.sanse.notify.stage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again, never twice at one time; a failure is logged and the next turn tries again. */
final class Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final Vertx vertx;
    private final String name;
    private final Supplier<Future<?>> work;
    private final long timer;
    private Future<?> running = Future.succeededFuture();

    /** Begins at once, on the caller's context. */
    Chore(Vertx vertx, String name, Duration interval, Supplier<Future<?>> work) {
        this.vertx = vertx;
        this.name = name;
        this.work = work;
        this.timer = vertx.setPeriodic(0, interval.toMillis(), tick -> turn());
    }

    /** Does not wait for the interval. */
    void turn() {
        if (running.isComplete()) {
            running = work.get()
                    .onFailure(cause -> LOG.warn("{} failed, will be tried again: {}", name, cause.toString()));
        }
    }

    /** Completes when the last turn has ended. */
    Future<Void> stop() {
        vertx.cancelTimer(timer);
        return running.transform(ended -> Future.succeededFuture());
    }
}
