package io.sanse.standalone.play;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The platform's public API, or a simulator's page, as one user sees it. What fails in passing (no connection, no answer, a part is away) is tried again for two minutes. */
public final class PublicApi {
    private static final long PAUSE_MS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A part of the platform is away: bad gateway, unavailable, gateway time-out. */
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private static final int ANSWER_LIMIT_MS = 20_000;

    private final Vertx vertx;
    private final WebClient client;
    private final String token;

    /** @param token bearer token of the user, or null for a page that asks for none */
    public PublicApi(Vertx vertx, int port, String token) {
        this.vertx = vertx;
        this.token = token;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setConnectTimeout(5_000));
    }

    /** Delivers items of {@code POST /api/v1/observations}; fails when one is not accepted. */
    public Future<Void> deliver(List<JsonObject> items) {
        Buffer body = new JsonObject().put("observations", new JsonArray(items)).toBuffer();
        return trying(() -> authorized(client.post("/api/v1/observations"))
                        .putHeader("content-type", "application/json")
                        .sendBuffer(body))
                .map(response -> requireAccepted(response, items));
    }

    private static Void requireAccepted(HttpResponse<Buffer> response, List<JsonObject> items) {
        if (response.statusCode() != 202) {
            throw new IllegalStateException("uploads are answered with " + described(response));
        }
        JsonObject result = response.bodyAsJsonObject();
        if (result.getInteger("rejected", 0) > 0) {
            JsonObject rejected = result.getJsonArray("results").stream()
                    .map(JsonObject.class::cast)
                    .filter(item -> "rejected".equals(item.getString("status")))
                    .findFirst()
                    .orElseThrow();
            throw new IllegalStateException(
                    "an upload is rejected: " + rejected.encode() + " " + items.get(rejected.getInteger("index")));
        }
        return null;
    }

    /** The answer to a question; fails with its status when it is not 200. */
    public Future<JsonObject> get(String path) {
        return trying(() -> authorized(client.get(path)).send()).map(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("GET " + path + " is answered with " + described(response));
            }
            return response.bodyAsJsonObject();
        });
    }

    private HttpRequest<Buffer> authorized(HttpRequest<Buffer> request) {
        HttpRequest<Buffer> limited = request.timeout(ANSWER_LIMIT_MS);
        return token == null ? limited : limited.bearerTokenAuthentication(token);
    }

    private static String described(HttpResponse<Buffer> response) {
        return response.statusCode() + ": " + response.bodyAsString();
    }

    private Future<HttpResponse<Buffer>> trying(Supplier<Future<HttpResponse<Buffer>>> request) {
        return trying(request, System.nanoTime() + PATIENCE.toNanos());
    }

    private Future<HttpResponse<Buffer>> trying(Supplier<Future<HttpResponse<Buffer>>> request, long deadline) {
        return request.get().transform(attempt -> {
            boolean passing =
                    attempt.failed() || PASSING.contains(attempt.result().statusCode());
            if (!passing || System.nanoTime() - deadline > 0) {
                return attempt.succeeded()
                        ? Future.succeededFuture(attempt.result())
                        : Future.failedFuture(attempt.cause());
            }
            Promise<Void> pause = Promise.promise();
            vertx.setTimer(PAUSE_MS, elapsed -> pause.complete());
            return pause.future().compose(elapsed -> trying(request, deadline));
        });
    }
}
