package io.sanse.auth;

import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's keys. They are fetched again at a fixed pace, and at once when a token names a key that is not known (a new one after rotation), though not
 * more often than {@link #PAUSE}. While the issuer cannot be reached the last keys stay in force.
 */
final class SigningKeys {
    /** So long an unknown key id cannot make the platform ask the issuer again. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FETCH_LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final WebClient client;
    private final String url;
    private final InstantSource clock;

    private volatile Map<String, SigningKey> keys = Map.of();
    private Instant nextFetchAt = Instant.MIN;
    private Future<Void> fetch = Future.succeededFuture();

    SigningKeys(Vertx vertx, TokenSettings settings, InstantSource clock) {
        this.vertx = vertx;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions().setFollowRedirects(false).setConnectTimeout((int) FETCH_LIMIT.toMillis()));
        this.url = settings.jwks().toString();
        this.clock = clock;
    }

    /** The key of this id, or empty when the issuer has none; fails with {@link Unavailable} when no keys could be had so far. */
    Future<Optional<SigningKey>> find(String id) {
        SigningKey known = keys.get(id);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return refreshAtMostOncePerPause().compose(done -> available()).map(done -> Optional.ofNullable(keys.get(id)));
    }

    /** Completes when there are keys to check with. */
    Future<Void> loaded() {
        return keys.isEmpty() ? refreshAtMostOncePerPause().compose(done -> available()) : Future.succeededFuture();
    }

    private Future<Void> available() {
        return keys.isEmpty()
                ? Future.failedFuture(new Unavailable("the token issuer's keys cannot be had", null))
                : Future.succeededFuture();
    }

    private synchronized Future<Void> refreshAtMostOncePerPause() {
        if (fetch.isComplete() && !clock.instant().isBefore(nextFetchAt)) {
            return refresh();
        }
        return fetch;
    }

    /** Completes when the issuer has answered or not; never fails. */
    synchronized Future<Void> refresh() {
        nextFetchAt = clock.instant().plus(PAUSE);
        fetch = client.getAbs(url)
                .timeout(FETCH_LIMIT.toMillis())
                .send()
                .map(this::parse)
                .onSuccess(fresh -> keys = fresh)
                .onFailure(failure -> LOG.warn(
                        "keys of {} cannot be read, {} stay in force: {}", url, keys.size(), failure.toString()))
                .transform(done -> Future.succeededFuture());
        return fetch;
    }

    private Map<String, SigningKey> parse(HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        JsonObject set = response.bodyAsJsonObject();
        JsonArray listed = set == null ? null : set.getJsonArray("keys");
        Map<String, SigningKey> fresh = listed == null ? Map.of() : SigningKey.of(vertx, listed);
        if (fresh.isEmpty()) {
            throw new IllegalStateException("no usable key");
        }
        return fresh;
    }

    void close() {
        client.close();
    }
}
