package io.sanse.standalone.issuer;

import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Mints tokens and publishes the key that they are checked with: {@code GET /jwks.json}, {@code GET /.well-known/openid-configuration}. */
public final class Issuer {
    static final String AUDIENCE = "sanse";

    private static final Duration LIFE = Duration.ofHours(12);

    private final IssuerKey key;
    private final String url;
    private final InstantSource clock;

    /** @param port the issuer's port on loopback: part of its name */
    public Issuer(IssuerKey key, int port, InstantSource clock) {
        this.key = key;
        this.url = "http://127.0.0.1:" + port;
        this.clock = clock;
    }

    /** A bearer token of a user, good for twelve hours. */
    public String token(LocalUser user) {
        long now = clock.instant().getEpochSecond();
        return key.sign(user.claims(url, now, now + LIFE.toSeconds()));
    }

    /** Settings that make the services believe it. */
    public Map<String, String> settings() {
        return Map.of("auth.jwks.url", url + "/jwks.json", "auth.issuer", url, "auth.audience", AUDIENCE);
    }

    /** Completes with the listening server. */
    public Future<HttpServer> start(Vertx vertx, int port) {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(30))
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/jwks.json" -> answer(request, key.keySet());
            case "/.well-known/openid-configuration" -> answer(request, Json.text(discovery()));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                url,
                "jwks_uri",
                url + "/jwks.json",
                "id_token_signing_alg_values_supported",
                List.of("ES256"),
                "response_types_supported",
                List.of("token"),
                "subject_types_supported",
                List.of("public"));
    }

    private static void answer(HttpServerRequest request, String json) {
        request.response().putHeader("content-type", "application/json").end(json);
    }
}
