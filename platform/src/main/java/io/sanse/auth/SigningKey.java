package io.sanse.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One public key of the issuer, good for exactly one algorithm: what a token says of its own algorithm never chooses how it is checked.
 */
final class SigningKey {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);

    /** RFC 7518 section 3.3: 2048 bits or more, in base64url. */
    private static final int MIN_RSA_MODULUS_LENGTH = 342;

    private final String algorithm;
    private final JWTAuth auth;

    private SigningKey(String algorithm, JWTAuth auth) {
        this.algorithm = algorithm;
        this.auth = auth;
    }

    /** The usable keys of a key set by id; a key of another kind, for another use or without an id is passed over. */
    static Map<String, SigningKey> of(Vertx vertx, JsonArray keys) {
        Map<String, SigningKey> usable = new HashMap<>();
        for (Object key : keys) {
            if (key instanceof JsonObject jwk && jwk.getValue("kid") instanceof String kid) {
                of(vertx, jwk).ifPresent(found -> usable.put(kid, found));
            }
        }
        return Map.copyOf(usable);
    }

    private static Optional<SigningKey> of(Vertx vertx, JsonObject jwk) {
        try {
            Optional<JsonObject> publicPart = publicPart(jwk);
            return publicPart.map(part -> new SigningKey(part.getString("alg"), provider(vertx, part)));
        } catch (RuntimeException unusable) {
            LOG.warn("a key of the issuer cannot be used: {}", unusable.toString());
            return Optional.empty();
        }
    }

    private static JWTAuth provider(Vertx vertx, JsonObject publicPart) {
        // times are judged by the platform's clock, issuer and audience by TokenVerifier
        return JWTAuth.create(
                vertx,
                new JWTAuthOptions().addJwk(publicPart).setJWTOptions(new JWTOptions().setIgnoreExpiration(true)));
    }

    private static Optional<JsonObject> publicPart(JsonObject jwk) {
        if (!"sig".equals(jwk.getString("use", "sig"))) {
            return Optional.empty();
        }
        return switch (jwk.getString("kty", "") + ' ' + jwk.getString("crv", "")) {
            case "RSA " -> Optional.of(rsa(jwk));
            case "EC P-256" -> Optional.of(members(jwk, "ES256", "crv", "x", "y"));
            case "OKP Ed25519" -> Optional.of(members(jwk, "EdDSA", "crv", "x"));
            default -> Optional.empty();
        };
    }

    private static JsonObject rsa(JsonObject jwk) {
        if (jwk.getString("n").length() < MIN_RSA_MODULUS_LENGTH) {
            throw new IllegalArgumentException("an RSA key needs 2048 bits");
        }
        return members(jwk, "RS256", "n", "e");
    }

    private static JsonObject members(JsonObject jwk, String algorithm, String... names) {
        if (!algorithm.equals(jwk.getString("alg", algorithm))) {
            throw new IllegalArgumentException("algorithm " + jwk.getString("alg") + " is not allowed");
        }
        JsonObject part = new JsonObject()
                .put("kty", jwk.getString("kty"))
                .put("kid", jwk.getString("kid"))
                .put("alg", algorithm);
        for (String name : names) {
            part.put(name, jwk.getString(name));
        }
        return part;
    }

    String algorithm() {
        return algorithm;
    }

    /** The token's claims; fails when this key did not sign it or a time in it is no number. */
    Future<JsonObject> claims(String token) {
        // compose also catches what the library throws at claims of a wrong type
        return Future.succeededFuture(new TokenCredentials(token))
                .compose(auth::authenticate)
                .map(user -> user.attributes().getJsonObject("accessToken"));
    }
}
