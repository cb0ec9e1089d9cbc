package io.sanse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks bearer tokens (RFC 6750, RFC 7519, and the advice of RFC 8725): signed by a key of our issuer's key set with the one algorithm of that key
 * (RS256, ES256 or EdDSA), for us, for now. The token's own {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} are never looked at.
 */
public final class TokenVerifier {
    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_KEY_ID = 128;
    private static final String SCHEME = "bearer ";
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private record Header(String algorithm, String keyId) {}

    private final TokenSettings settings;
    private final SigningKeys keys;
    private final InstantSource clock;

    private TokenVerifier(Vertx vertx, TokenSettings settings, InstantSource clock) {
        this.settings = settings;
        this.keys = new SigningKeys(vertx, settings, clock);
        this.clock = clock;
    }

    /**
     * Completes when the keys were asked for once, with or without success: until there are keys the service is not ready and tokens are answered with
     * {@link Unavailable}.
     */
    public static Future<TokenVerifier> start(ServiceContext context) {
        Vertx vertx = context.vertx();
        TokenSettings settings = TokenSettings.from(context.settings());
        TokenVerifier verifier = new TokenVerifier(vertx, settings, context.clock());
        long timer = vertx.setPeriodic(settings.refresh().toMillis(), tick -> verifier.keys.refresh());
        context.lifecycle().onStop("token keys", () -> {
            vertx.cancelTimer(timer);
            verifier.keys.close();
            return Future.succeededFuture();
        });
        context.health().ready("token keys", verifier.keys::loaded);
        return verifier.keys.refresh().map(verifier);
    }

    /**
     * Who sent a request.
     *
     * @param authorization value of the header {@code Authorization}, or null when there is none
     * @return completes with who it is; fails with {@link Rejected} (answer 401; the reason {@code token-missing} when there is no bearer token at all) or
     *     {@link Unavailable} (answer 503)
     */
    public Future<Identity> authenticate(String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Future.failedFuture(new Rejected("token-missing", "The request has no bearer token"));
        }
        String token = authorization.substring(SCHEME.length()).strip();
        try {
            Header header = header(token);
            return keys.find(header.keyId())
                    .compose(key -> claims(token, header, key))
                    .map(this::identity);
        } catch (Rejected malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static Header header(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAX_LENGTH || parts.length != 3) {
            throw malformed();
        }
        try {
            JsonNode header = Json.strict().readTree(Base64.getUrlDecoder().decode(parts[0]));
            String type = header.path("typ").asText("JWT").toLowerCase(Locale.ROOT);
            if (!header.isObject() || header.has("crit") || !TYPES.contains(type)) {
                throw malformed();
            }
            String keyId = header.path("kid").asText();
            if (!header.path("kid").isTextual() || keyId.length() > MAX_KEY_ID) {
                throw unknownKey();
            }
            return new Header(header.path("alg").asText(), keyId);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static Future<JsonObject> claims(String token, Header header, Optional<SigningKey> key) {
        if (key.isEmpty()) {
            return Future.failedFuture(unknownKey());
        }
        if (!key.get().algorithm().equals(header.algorithm())) {
            return Future.failedFuture(new Rejected(
                    "token-algorithm", "The bearer token is signed with an algorithm that is not allowed"));
        }
        return key.get()
                .claims(token)
                .recover(failure -> Future.failedFuture(
                        new Rejected("token-signature", "The bearer token's signature is not good")));
    }

    private Identity identity(JsonObject json) {
        Claims claims;
        try {
            claims = Json.record(json, Claims.class);
        } catch (UncheckedIOException wrongTypes) {
            throw new Rejected("token-claims", "The bearer token has a claim of the wrong type");
        }
        return claims.identity(settings, clock.instant());
    }

    private static Rejected malformed() {
        return new Rejected("token-malformed", "The bearer token cannot be read");
    }

    private static Rejected unknownKey() {
        return new Rejected("token-key", "The bearer token is signed with a key that is not known");
    }
}
