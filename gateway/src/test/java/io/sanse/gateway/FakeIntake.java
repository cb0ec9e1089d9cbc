package io.sanse.gateway;

import io.sanse.testing.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The HTTP side of ingest-service: remembers what came and accepts it. */
final class FakeIntake {
    record Upload(String authorization, String body, boolean cookie) {}

    final List<Upload> uploads = new CopyOnWriteArrayList<>();
    static final int MAX_BODY_BYTES = 100_000;

    private final HttpServer server;
    private volatile boolean silent;

    FakeIntake(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
        router.route().handler(this::take).failureHandler(FakeIntake::refuse);
        server = Eventually.result(
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        uploads.add(new Upload(
                request.getHeader("authorization"),
                context.body().asString(),
                request.headers().contains("cookie")));
        if (!silent) {
            context.response()
                    .setStatusCode(202)
                    .putHeader("content-type", "application/json")
                    .end(
                            "{\"accepted\":1,\"rejected\":0,\"results\":[{\"index\":0,\"status\":\"accepted\",\"id\":\"x\"}]}");
        }
    }

    private static void refuse(RoutingContext context) {
        context.response()
                .setStatusCode(context.statusCode())
                .putHeader("content-type", "application/problem+json")
                .putHeader("connection", "close")
                .end(
                        "{\"type\":\"urn:sanse:problem:too-large\",\"title\":\"by intake\",\"status\":413,\"instance\":\"a\"}");
    }

    /** Takes uploads but never answers. */
    void silent(boolean isSilent) {
        silent = isSilent;
    }

    int port() {
        return server.actualPort();
    }

    void stop() {
        Eventually.result(server.close());
    }
}
