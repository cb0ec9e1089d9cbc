package io.sanse.testing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
public final class Eventually {
    private static final Duration STEP = Duration.ofMillis(20);

    private Eventually() {}

    /**
     * Asks until the answer fits.
     *
     * @return the answer that fitted
     * @throws AssertionError with the last answer when none fitted in time
     */
    public static <T> T eventually(Duration limit, Supplier<T> question, Predicate<T> fits) {
        long deadline = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!fits.test(answer)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + limit + "; last: " + answer);
            }
            LockSupport.parkNanos(STEP.toNanos());
            answer = question.get();
        }
        return answer;
    }

    /** The result of a future, from a plain thread. */
    public static <T> T result(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("no result within 60 s", late);
        }
    }
}
