package io.sanse.runtime;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse. */
public final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private record Step(String name, Supplier<Future<?>> stop) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    /** Remembers how to stop what has just been started. */
    public synchronized void onStop(String name, Supplier<Future<?>> stop) {
        steps.push(new Step(name, stop));
    }

    /**
     * Stops everything, newest first; a step that fails or takes longer than {@code limit} is logged and the next one goes on. Completes when all were
     * tried.
     */
    public synchronized Future<Void> stop(Duration limit) {
        Future<Void> chain = Future.succeededFuture();
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            chain = chain.compose(done -> stop(step, limit));
        }
        return chain;
    }

    private static Future<Void> stop(Step step, Duration limit) {
        return Future.future(promise -> step.stop()
                .get()
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> LOG.warn("{} did not stop cleanly: {}", step.name(), failure.toString()))
                .onComplete(done -> promise.complete()));
    }
}
