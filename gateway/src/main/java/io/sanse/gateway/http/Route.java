package io.sanse.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** One row of the route table: an operation of the document and what serves it. Token and role are checked before each of them. */
public sealed interface Route {
    /** Id of the operation in the document. */
    String operationId();

    /** A checked request that is answered with one JSON document. */
    record Answered(String operationId, Answer answer) implements Route {}

    /** A checked request whose answer goes on for long. */
    record Streamed(String operationId, BiConsumer<RoutingContext, Call> stream) implements Route {}

    /** A request that is neither read nor checked here. */
    record Handed(String operationId, Handler<RoutingContext> handler) implements Route {}
}
