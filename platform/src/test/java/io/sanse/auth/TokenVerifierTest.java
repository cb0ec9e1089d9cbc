package io.sanse.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.sanse.testing.TestIssuer;
import io.sanse.testing.TestKey;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenVerifierTest {
    private static final TestKey RSA = TestKey.rsa("rsa-1");
    private static final TestKey ED25519 = TestKey.ed25519("ed-1");
    private static final TestKey STRANGER = TestKey.p256("test-1");
    private static final TestKey WEAK = TestKey.rsa("weak", 1024);

    private final TestClock clock = new TestClock("2026-03-05T12:00:00Z");
    private Vertx vertx;
    private TestIssuer issuer;
    private ServiceContext context;
    private TokenVerifier verifier;

    @BeforeAll
    void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    void stop() {
        Eventually.result(vertx.close());
    }

    @BeforeEach
    void startVerifier() {
        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        issuer = TestIssuer.start(vertx, clock);
        issuer.publish(issuer.key(), RSA, ED25519, WEAK);
        context = TestContexts.of(vertx, clock, issuer.settings());
        verifier = Eventually.result(TokenVerifier.start(context));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void believesEveryAllowedAlgorithm(String name, Function<TestIssuer, TestKey> key) {
        Identity identity = accepted(key.apply(issuer).sign(issuer.claims("officer-ecology")));

        assertEquals(
                new Caller("officer-ecology", Set.of(Role.DEPARTMENT_OFFICER), "ecology-yongkang", List.of("330784")),
                identity.caller());
        assertEquals(clock.instant().plus(Duration.ofMinutes(5)), identity.expiresAt());
    }

    static Stream<Arguments> keys() {
        Function<TestIssuer, TestKey> published = TestIssuer::key;
        Function<TestIssuer, TestKey> rsa = issuer -> RSA;
        Function<TestIssuer, TestKey> ed25519 = issuer -> ED25519;
        return Stream.of(Arguments.of("ES256", published), Arguments.of("RS256", rsa), Arguments.of("EdDSA", ed25519));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("no dots", "token-malformed", issuer -> "nonsense"),
                refusal("empty", "token-malformed", issuer -> ""),
                refusal("two parts", "token-malformed", issuer -> cut(issuer.token("admin"))),
                refusal("four parts", "token-malformed", issuer -> issuer.token("admin") + ".x"),
                refusal("not base64", "token-malformed", issuer -> "%%%." + "e30.e30"),
                refusal("header no JSON", "token-malformed", issuer -> TestKey.encode("{") + ".e30.e30"),
                refusal("header an array", "token-malformed", issuer -> TestKey.encode("[]") + ".e30.e30"),
                refusal(
                        "header twice kid",
                        "token-malformed",
                        issuer -> TestKey.encode("{\"kid\":\"a\",\"kid\":\"b\"}") + ".e30.e30"),
                refusal("too long", "token-malformed", issuer -> issuer.token("admin") + "A".repeat(8192)),
                refusal("critical extension", "token-malformed", header("crit", JsonArray.of("b64"))),
                refusal("encrypted type", "token-malformed", header("typ", "JWE")),
                refusal("alg none, no signature", "token-algorithm", TokenVerifierTest::unsigned),
                refusal("alg none, signed", "token-algorithm", header("alg", "none")),
                refusal("alg missing", "token-algorithm", header("alg", null)),
                refusal("alg of another key", "token-algorithm", header("alg", "RS256")),
                refusal("HS256 with the public key as secret", "token-algorithm", TokenVerifierTest::hmacWithPublicKey),
                refusal("kid missing", "token-key", header("kid", null)),
                refusal("kid a number", "token-key", header("kid", 1)),
                refusal("kid unknown", "token-key", header("kid", "other")),
                refusal("kid a path", "token-key", header("kid", "../../../../dev/null")),
                refusal("kid an injection", "token-key", header("kid", "x' UNION SELECT 'key' --")),
                refusal("kid huge", "token-key", header("kid", "k".repeat(4000))),
                refusal("RSA key of 1024 bits", "token-key", issuer -> WEAK.sign(issuer.claims("admin"))),
                refusal(
                        "stranger's key under our kid",
                        "token-signature",
                        issuer -> STRANGER.sign(issuer.claims("admin"))),
                refusal(
                        "jku of a stranger",
                        "token-signature",
                        issuer -> STRANGER.sign(
                                STRANGER.header().put("jku", "http://127.0.0.1:9/jwks"), issuer.claims("admin"))),
                refusal(
                        "jwk of a stranger",
                        "token-signature",
                        issuer -> STRANGER.sign(STRANGER.header().put("jwk", STRANGER.jwk()), issuer.claims("admin"))),
                refusal("claims changed", "token-signature", TokenVerifierTest::otherClaims),
                refusal("signature empty", "token-signature", issuer -> cut(issuer.token("admin")) + "."),
                refusal("wrong issuer", "token-issuer", claim("iss", "https://other.test")),
                refusal("issuer missing", "token-issuer", claim("iss", null)),
                refusal("wrong audience", "token-audience", claim("aud", "other")),
                refusal("audience list without us", "token-audience", claim("aud", JsonArray.of("a", "b"))),
                refusal("audience missing", "token-audience", claim("aud", null)),
                refusal("exp missing", "token-claims", claim("exp", null)),
                refusal("exp a word", "token-signature", claim("exp", "soon")),
                refusal("exp negative", "token-claims", claim("exp", -1)),
                refusal("exp beyond all times", "token-claims", claim("exp", Long.MAX_VALUE)),
                refusal("roles missing", "token-claims", claim("roles", null)),
                refusal("roles empty", "token-claims", claim("roles", new JsonArray())),
                refusal("only foreign roles", "token-claims", claim("roles", JsonArray.of("root"))),
                refusal("roles an object", "token-claims", claim("roles", new JsonObject().put("a", 1))),
                refusal("sub missing", "token-claims", claim("sub", null)),
                refusal("sub with a line break", "token-claims", claim("sub", "a\nb")),
                refusal("sub of 65 characters", "token-claims", claim("sub", "a".repeat(65))),
                refusal("department blank", "token-claims", claim("department", " ")),
                refusal("area a word", "token-claims", claim("areas", JsonArray.of("all"))),
                refusal("area null", "token-claims", claim("areas", new JsonArray().addNull())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refuses(String name, String reason, Function<TestIssuer, String> token) {
        assertEquals(reason, refused(token.apply(issuer)).reason());
    }

    @ParameterizedTest(name = "no bearer token: {0}")
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Basic dTpw", "bearer:x"})
    void needsABearerToken(String header) {
        Rejected refusal = assertThrows(Rejected.class, () -> Eventually.result(verifier.authenticate(header)));
        assertEquals("token-missing", refusal.reason());
    }

    @Test
    void endsAtExpiryPlusLeeway() {
        String token = issuer.token("admin");
        clock.advance(Duration.ofSeconds(329));
        accepted(token);
        clock.advance(Duration.ofSeconds(1));
        assertEquals("token-expired", refused(token).reason());
    }

    @Test
    void beginsAtNotBeforeMinusLeeway() {
        long begin = clock.instant().plusSeconds(60).getEpochSecond();
        String token = issuer.key().sign(issuer.claims("admin").put("nbf", begin));
        clock.advance(Duration.ofSeconds(29));
        assertEquals("token-not-yet-valid", refused(token).reason());
        clock.advance(Duration.ofSeconds(1));
        accepted(token);
    }

    @Test
    void takesOneOfSeveralAudiencesAndPassesOverForeignRoles() {
        JsonObject claims = issuer.claims("admin")
                .put("aud", JsonArray.of("other", "sanse"))
                .put("roles", JsonArray.of("offline_access", "admin"));
        assertEquals(
                Set.of(Role.ADMIN), accepted(issuer.key().sign(claims)).caller().roles());
    }

    @Test
    void aNewKeyIsKnownWithoutRestartAndARetiredOneIsNot() {
        TestKey next = TestKey.ed25519("next");
        String old = issuer.token("admin");
        issuer.publish(next);
        clock.advance(SigningKeys.PAUSE);

        accepted(next.sign(issuer.claims("admin")));

        assertEquals("token-key", refused(old).reason());
    }

    @Test
    void twoKeysAreActiveDuringRotation() {
        TestKey next = TestKey.ed25519("next");
        issuer.publish(issuer.key(), next);
        clock.advance(SigningKeys.PAUSE);

        accepted(next.sign(issuer.claims("admin")));
        accepted(issuer.token("admin"));
    }

    @Test
    void unknownKeyIdsDoNotFloodTheIssuer() {
        clock.advance(SigningKeys.PAUSE);
        int before = issuer.fetches();
        for (int i = 0; i < 50; i++) {
            refused(TestKey.ed25519("unknown-" + i).sign(issuer.claims("admin")));
        }
        assertEquals(before + 1, issuer.fetches());
    }

    @ParameterizedTest(name = "issuer answers {0}")
    @MethodSource("brokenAnswers")
    void keepsItsKeysWhileTheIssuerIsBroken(String name, int status, String body) {
        issuer.answer(status, body);
        clock.advance(Duration.ofHours(1));
        refused(TestKey.ed25519("unknown").sign(issuer.claims("admin")));

        accepted(issuer.token("admin"));
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of("500", 500, ""),
                Arguments.of("a redirect", 302, ""),
                Arguments.of("nothing", 200, ""),
                Arguments.of("no JSON", 200, "<html>"),
                Arguments.of("an array", 200, "[]"),
                Arguments.of("no keys", 200, "{\"keys\":[]}"),
                Arguments.of("keys of a wrong type", 200, "{\"keys\":7}"),
                Arguments.of(
                        "unusable keys",
                        200,
                        "{\"keys\":[1,{\"kid\":\"a\",\"kty\":\"oct\",\"k\":\"AAAA\"},{\"kid\":\"b\",\"kty\":\"RSA\"}]}"));
    }

    @Test
    void keepsItsKeysWhileTheIssuerIsGone() {
        String token = issuer.token("admin");
        issuer.stop();
        clock.advance(Duration.ofMinutes(1));
        refused(TestKey.ed25519("unknown").sign(issuer.claims("admin")));
        accepted(token);
    }

    @Test
    void isNotReadyBeforeItHasKeysAndHealsByItself() {
        issuer.answer(503, "");
        ServiceContext late = TestContexts.of(vertx, clock, issuer.settings());
        TokenVerifier waiting = Eventually.result(TokenVerifier.start(late));
        String token = "Bearer " + issuer.token("admin");

        assertInstanceOf(
                Unavailable.class,
                assertThrows(RuntimeException.class, () -> Eventually.result(waiting.authenticate(token))));
        assertFalse(Eventually.result(late.health().ready()).up());

        issuer.publish(issuer.key());
        clock.advance(SigningKeys.PAUSE);
        assertEquals(
                "admin", Eventually.result(waiting.authenticate(token)).caller().user());
    }

    private Identity accepted(String token) {
        return Eventually.result(verifier.authenticate("Bearer " + token));
    }

    private Rejected refused(String token) {
        return assertThrows(Rejected.class, () -> Eventually.result(verifier.authenticate("Bearer " + token)));
    }

    private static Arguments refusal(String name, String reason, Function<TestIssuer, String> token) {
        return Arguments.of(name, reason, token);
    }

    private static Function<TestIssuer, String> header(String name, Object value) {
        return issuer -> {
            JsonObject header = issuer.key().header();
            return issuer.key()
                    .sign(value == null ? without(header, name) : header.put(name, value), issuer.claims("admin"));
        };
    }

    private static Function<TestIssuer, String> claim(String name, Object value) {
        return issuer -> {
            JsonObject claims = issuer.claims("admin");
            return issuer.key().sign(value == null ? without(claims, name) : claims.put(name, value));
        };
    }

    private static JsonObject without(JsonObject json, String name) {
        json.remove(name);
        return json;
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private static String unsigned(TestIssuer issuer) {
        JsonObject header = issuer.key().header().put("alg", "none");
        return TestKey.encode(header.encode())
                + '.'
                + TestKey.encode(issuer.claims("admin").encode())
                + '.';
    }

    private static String otherClaims(TestIssuer issuer) {
        String[] parts = issuer.token("field").split("\\.");
        return parts[0] + '.' + TestKey.encode(issuer.claims("admin").encode()) + '.' + parts[2];
    }

    private static String hmacWithPublicKey(TestIssuer issuer) {
        JsonObject header = issuer.key().header().put("alg", "HS256");
        String input = TestKey.encode(header.encode())
                + '.'
                + TestKey.encode(issuer.claims("admin").encode());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(issuer.key().pair().getPublic().getEncoded(), "HmacSHA256"));
            byte[] signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
            return input + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
