package io.sanse.gateway.http;

import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * Asks an {@link Answer} and writes its reply as JSON. While no member of the cluster answers at a service's address, the question is asked again for a short
 * time: a member that has just joined is not known everywhere at once, and a question without a handler was never delivered.
 */
final class Responder implements Handler<RoutingContext> {
    private static final int MAX_ATTEMPTS = 4;
    private static final long FIRST_PAUSE_MS = 100;

    private final Answer answer;

    Responder(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void handle(RoutingContext context) {
        ask(context, 1).onSuccess(reply -> write(context.response(), reply)).onFailure(context::fail);
    }

    private Future<Reply> ask(RoutingContext context, int attempt) {
        return Future.succeededFuture(RequestCheck.call(context))
                .compose(answer::to)
                .recover(failure -> again(context, attempt, failure));
    }

    private Future<Reply> again(RoutingContext context, int attempt, Throwable failure) {
        if (attempt == MAX_ATTEMPTS
                || !(failure instanceof ReplyException reply)
                || reply.failureType() != ReplyFailure.NO_HANDLERS) {
            return Future.failedFuture(failure);
        }
        return context.vertx()
                .timer(FIRST_PAUSE_MS << (attempt - 1), TimeUnit.MILLISECONDS)
                .compose(waited -> ask(context, attempt + 1));
    }

    private static void write(HttpServerResponse response, Reply reply) {
        response.setStatusCode(reply.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (reply.etag() != null) {
            response.putHeader(HttpHeaders.ETAG, reply.etag());
        }
        if (reply.location() != null) {
            response.putHeader(HttpHeaders.LOCATION, reply.location());
        }
        if (reply.body() == null) {
            response.end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(Json.bytes(reply.body())));
    }
}
