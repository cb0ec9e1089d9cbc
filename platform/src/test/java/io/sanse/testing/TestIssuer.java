package io.sanse.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A token issuer on a port of its own: publishes keys, signs tokens for the users of {@code docs/design.md}, and can go wrong on demand. */
public final class TestIssuer {
    private static final Map<String, JsonObject> USERS = Map.of(
            "operator", user("operator", "duty-desk", "330784"),
            "officer-ecology", user("department-officer", "ecology-yongkang", "330784"),
            "officer-enforcement", user("department-officer", "enforcement-yongkang", "330784"),
            "field", user("field-officer", "enforcement-yongkang", "330784"),
            "auditor", user("auditor", null, ""),
            "integrator", user("integrator", null, ""),
            "admin", user("admin", null, ""),
            "province", user("province", null, ""));

    private final InstantSource clock;
    private final TestKey key = TestKey.p256("test-1");
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String answer = "";
    private volatile int status = 200;
    private HttpServer server;

    private TestIssuer(InstantSource clock) {
        this.clock = clock;
    }

    /** Listens on a free port of the loopback address. */
    public static TestIssuer start(Vertx vertx, InstantSource clock) {
        TestIssuer issuer = new TestIssuer(clock);
        issuer.publish(issuer.key);
        issuer.server = Eventually.result(vertx.createHttpServer()
                .requestHandler(request -> {
                    issuer.fetches.incrementAndGet();
                    request.response().setStatusCode(issuer.status).end(issuer.answer);
                })
                .listen(0, "127.0.0.1"));
        return issuer;
    }

    private static JsonObject user(String role, String department, String area) {
        JsonObject claims = new JsonObject().put("roles", JsonArray.of(role)).put("areas", JsonArray.of(area));
        return department == null ? claims : claims.put("department", department);
    }

    /** Settings that make a service believe this issuer. */
    public Map<String, String> settings() {
        return Map.of(
                "auth.jwks.url", "http://127.0.0.1:" + server.actualPort() + "/jwks.json",
                "auth.issuer", "https://issuer.test",
                "auth.audience", "sanse");
    }

    /** Replaces the published keys. */
    public void publish(TestKey... keys) {
        answer(
                200,
                new JsonObject()
                        .put(
                                "keys",
                                new JsonArray(
                                        List.of(keys).stream().map(TestKey::jwk).toList()))
                        .encode());
    }

    /** Answers so from now on. */
    public void answer(int newStatus, String body) {
        status = newStatus;
        answer = body;
    }

    public void stop() {
        Eventually.result(server.close());
    }

    /** How often the keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    /** The key that is published at first. */
    public TestKey key() {
        return key;
    }

    /** Claims of a user, good for five minutes. */
    public JsonObject claims(String user) {
        Instant now = clock.instant();
        return USERS.get(user)
                .copy()
                .put("sub", user)
                .put("iss", "https://issuer.test")
                .put("aud", "sanse")
                .put("iat", now.getEpochSecond())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond());
    }

    /** A good token of a user. */
    public String token(String user) {
        return key.sign(claims(user));
    }
}
