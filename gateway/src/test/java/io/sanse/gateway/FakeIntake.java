package io.sanse.gateway;

import io.sanse.testing.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The HTTP side of ingest-service: remembers what came and accepts it. */
final class FakeIntake {
    record Upload(String authorization, String body, boolean cookie) {}

    final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean silent;

    FakeIntake(Vertx vertx) {
        server = Eventually.result(
                vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
    }

    private void take(HttpServerRequest request) {
        String authorization = request.getHeader("authorization");
        boolean cookie = request.headers().contains("cookie");
        request.body().onSuccess(body -> {
            uploads.add(new Upload(authorization, body.toString(), cookie));
            if (!silent) {
                request.response()
                        .setStatusCode(202)
                        .putHeader("content-type", "application/json")
                        .end(
                                "{\"accepted\":1,\"rejected\":0,\"results\":[{\"index\":0,\"status\":\"accepted\",\"id\":\"x\"}]}");
            }
        });
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
