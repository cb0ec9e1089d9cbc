package io.sanse.ingest.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Gives up a request whose body does not arrive in time: a sender of one byte a second does not hold a place for ever. */
final class BodyDeadline implements Handler<RoutingContext> {
    private final Duration limit;

    BodyDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void handle(RoutingContext context) {
        long timer = context.vertx().setTimer(limit.toMillis(), late -> giveUp(context));
        context.request().end().onComplete(arrived -> context.vertx().cancelTimer(timer));
        context.next();
    }

    private static void giveUp(RoutingContext context) {
        if (!context.response().ended()) {
            context.fail(408);
        }
    }
}
