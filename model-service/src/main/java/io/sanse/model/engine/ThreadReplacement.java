package io.sanse.model.engine;

import io.sanse.runtime.health.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream thread that dies of trouble with the broker is replaced. When they keep dying, this process cannot heal them: it says so and is restarted. */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST = 30;

    private final InstantSource clock;
    private final Health health;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    ThreadReplacement(InstantSource clock, Health health) {
        this.clock = clock;
        this.health = health;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        if (deaths.size() > MOST) {
            LOG.error("detection threads keep dying", failure);
            health.markDead("detection threads keep dying: " + failure.getMessage());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("a detection thread died and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
