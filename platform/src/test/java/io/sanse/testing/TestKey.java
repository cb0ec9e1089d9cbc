package io.sanse.testing;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signing key of a test's issuer, written against RFC 7515 and 7518 with the JDK only, so that it shares no code with what it tests.
 *
 * @param id {@code kid}
 * @param algorithm RS256, ES256 or EdDSA
 * @param pair its two halves
 */
public record TestKey(String id, String algorithm, KeyPair pair) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static TestKey rsa(String id) {
        return new TestKey(id, "RS256", generate("RSA", 2048));
    }

    public static TestKey rsa(String id, int bits) {
        return new TestKey(id, "RS256", generate("RSA", bits));
    }

    public static TestKey ed25519(String id) {
        return new TestKey(id, "EdDSA", generate("Ed25519", 0));
    }

    public static TestKey p256(String id) {
        return new TestKey(id, "ES256", generate("EC", 256));
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The public half as a member of a JWKS. */
    public JsonObject jwk() {
        JsonObject jwk = new JsonObject().put("kid", id).put("alg", algorithm).put("use", "sig");
        PublicKey key = pair.getPublic();
        if (key instanceof RSAPublicKey rsa) {
            return jwk.put("kty", "RSA")
                    .put("n", unsigned(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8))
                    .put("e", unsigned(rsa.getPublicExponent(), 3));
        }
        if (key instanceof ECPublicKey ec) {
            return jwk.put("kty", "EC")
                    .put("crv", "P-256")
                    .put("x", unsigned(ec.getW().getAffineX(), 32))
                    .put("y", unsigned(ec.getW().getAffineY(), 32));
        }
        byte[] spki = key.getEncoded();
        return jwk.put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", BASE64.encodeToString(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
    }

    private static String unsigned(BigInteger number, int length) {
        return BASE64.encodeToString(fixed(number, length));
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, fixed, length - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    /** A token with the proper header. */
    public String sign(JsonObject claims) {
        return sign(header(), claims);
    }

    /** The proper header. */
    public JsonObject header() {
        return new JsonObject().put("typ", "JWT").put("alg", algorithm).put("kid", id);
    }

    /** A token with any header, signed by this key. */
    public String sign(JsonObject header, JsonObject claims) {
        String input = encode(header.encode()) + '.' + encode(claims.encode());
        return input + '.' + BASE64.encodeToString(signature(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** One part of a token. */
    public static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] input) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
