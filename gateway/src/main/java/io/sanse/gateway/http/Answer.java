package io.sanse.gateway.http;

import io.vertx.core.Future;

/** Answers the checked requests of one operation. */
@FunctionalInterface
public interface Answer {
    /** Completes with the reply; fails with a {@link io.sanse.gateway.problem.Problem} or a {@link io.sanse.contract.ServiceError}. */
    Future<Reply> to(Call call);
}
