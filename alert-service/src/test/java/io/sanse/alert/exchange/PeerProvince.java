package io.sanse.alert.exchange;

import static io.sanse.testing.Eventually.result;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A province's feed over HTTP that may be away. */
final class PeerProvince {
    private final List<Map<String, Object>> feed = new CopyOnWriteArrayList<>();
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;

    PeerProvince(Vertx vertx) {
        server = result(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    void away(boolean isAway) {
        away = isAway;
    }

    void say(Map<String, Object> event) {
        feed.add(event);
    }

    /** Ids of the events that were pushed to it while it was there. */
    List<String> pushed() {
        return List.copyOf(pushed);
    }

    private void answer(HttpServerRequest request) {
        if (away || !"Bearer secret".equals(request.getHeader("authorization"))) {
            request.response().setStatusCode(away ? 503 : 401).end();
        } else if (request.method().name().equals("POST")) {
            request.body().onSuccess(body -> {
                body.toJsonArray().forEach(event -> pushed.add(((JsonObject) event).getString("id")));
                request.response()
                        .end(new JsonObject().put("results", new JsonArray()).toBuffer());
            });
        } else {
            String after = request.getParam("after");
            int from = after == null ? 0 : Integer.parseInt(after.substring(1));
            int limit = Integer.parseInt(request.getParam("limit"));
            List<Map<String, Object>> page = feed.subList(from, Math.min(feed.size(), from + limit));
            request.response()
                    .end(new JsonObject()
                            .put("events", new JsonArray(List.copyOf(page)))
                            .put("cursor", "c" + (from + page.size()))
                            .toBuffer());
        }
    }
}
