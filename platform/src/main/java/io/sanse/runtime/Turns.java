package io.sanse.runtime;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns, one at a time: the next one when the pause that the last one asked for is over, or at once when woken. A turn that fails is taken again. */
public final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final String name;
    private final Supplier<Future<Duration>> turn;
    private final Promise<Void> ended = Promise.promise();
    private boolean running;
    private boolean again;
    private boolean stopped;
    private long timer = -1;

    /** @param turn completes with how long to pause before the next one */
    public Turns(Vertx vertx, String name, Supplier<Future<Duration>> turn) {
        this.vertx = vertx;
        this.name = name;
        this.turn = turn;
    }

    /** Takes a turn now, or one more when one is being taken. */
    public synchronized void wake() {
        if (stopped) {
            return;
        }
        if (running) {
            again = true;
            return;
        }
        vertx.cancelTimer(timer);
        running = true;
        again = false;
        Future.<Void>succeededFuture().compose(go -> turn.get()).onComplete(this::finished);
    }

    private synchronized void finished(AsyncResult<Duration> outcome) {
        running = false;
        if (stopped) {
            ended.complete();
            return;
        }
        if (outcome.failed()) {
            LOG.warn(
                    "{} tries again in {}: {}",
                    name,
                    AFTER_FAILURE,
                    outcome.cause().toString());
        }
        Duration pause = outcome.succeeded() ? outcome.result() : AFTER_FAILURE;
        timer = vertx.setTimer(again ? 1 : Math.max(1, pause.toMillis()), due -> wake());
    }

    /** No more turns; completes when the last one is over. */
    public synchronized Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        if (!running) {
            ended.tryComplete();
        }
        return ended.future();
    }
}
