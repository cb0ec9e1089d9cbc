package io.sanse.runtime;

import io.vertx.core.Future;

/** Starts one service. */
@FunctionalInterface
public interface Service {
    /** Completes when the service can serve; a failure ends the process. */
    Future<Void> start(ServiceContext context);
}
