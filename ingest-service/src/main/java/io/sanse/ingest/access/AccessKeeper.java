package io.sanse.ingest.access;

import io.sanse.runtime.ServiceContext;
import io.vertx.core.Future;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes entries of the access log whose time is over. */
public final class AccessKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(AccessKeeper.class);
    private static final Duration CLEANING = Duration.ofHours(1);

    private AccessKeeper() {}

    public static void start(ServiceContext context, AccessStore store) {
        long timer = context.vertx().setPeriodic(0, CLEANING.toMillis(), tick -> store.forget(
                        context.clock().instant())
                .onSuccess(deleted -> LOG.debug("deleted {} entries of the access log", deleted))
                .onFailure(failure -> LOG.warn("the access log is cleaned later: {}", failure.toString())));
        context.lifecycle()
                .onStop(
                        "access log cleaning",
                        () -> Future.succeededFuture(context.vertx().cancelTimer(timer)));
    }
}
