package io.sanse.notify.stage;

import io.vertx.core.Future;
import java.util.function.Function;

/** Does the same to each of several, one after the other. */
final class InTurn {
    private InTurn() {}

    /** Completes when all are done; the first failure ends it. */
    static <T> Future<Void> each(Iterable<T> items, Function<T, Future<?>> action) {
        Future<?> chain = Future.succeededFuture();
        for (T item : items) {
            chain = chain.compose(done -> action.apply(item));
        }
        return chain.mapEmpty();
    }
}
