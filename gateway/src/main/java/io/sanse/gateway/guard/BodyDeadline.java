package io.sanse.gateway.guard;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Gives up requests whose body is not complete in time: an idle time-out does not see a client that sends one byte now and then. */
public final class BodyDeadline implements Handler<RoutingContext> {
    private final Duration limit;

    public BodyDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            long timer = context.vertx().setTimer(limit.toMillis(), late -> giveUp(context));
            request.end().onComplete(read -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private void giveUp(RoutingContext context) {
        context.fail(new Problem(ProblemType.TIMEOUT, "The body was not complete within " + limit.toSeconds() + " s"));
        context.request().connection().close();
    }
}
