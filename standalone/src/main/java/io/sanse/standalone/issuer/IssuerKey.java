package io.sanse.standalone.issuer;

import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The issuer's key pair (ES256, RFC 7518 section 3.4) in a file that only its owner may read. */
public final class IssuerKey {
    private static final String FILE = "es256.key";
    private static final int COORDINATE_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    private IssuerKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key of a folder, made when there is none. */
    public static IssuerKey loadOrMake(Path folder) throws IOException {
        return Files.exists(folder.resolve(FILE)) ? load(folder) : make(folder);
    }

    /** @throws IOException when the folder has none or it cannot be read */
    public static IssuerKey load(Path folder) throws IOException {
        List<String> halves = Files.readAllLines(folder.resolve(FILE));
        if (halves.size() != 2) {
            throw new IOException("the issuer's key file is damaged");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            PrivateKey secret = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves.get(0))));
            return new IssuerKey(new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves.get(1)))),
                    secret));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IOException("the issuer's key file is damaged", damaged);
        }
    }

    private static IssuerKey make(Path folder) throws IOException {
        KeyPair pair = generate();
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(
                folder,
                FILE,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Base64.Encoder encoder = Base64.getEncoder();
        Files.write(
                partial,
                List.of(
                        encoder.encodeToString(pair.getPrivate().getEncoded()),
                        encoder.encodeToString(pair.getPublic().getEncoded())));
        Files.move(partial, folder.resolve(FILE));
        return new IssuerKey(pair);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    /** The public half as a key set (RFC 7517). */
    String keySet() {
        return Json.text(Map.of("keys", List.of(jwk())));
    }

    private Map<String, String> jwk() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", coordinate(key.getW().getAffineX()));
        jwk.put("y", coordinate(key.getW().getAffineY()));
        jwk.put("use", "sig");
        jwk.put("alg", "ES256");
        jwk.put("kid", id());
        return jwk;
    }

    /** Names the key by its content, so that a new one has a new name. */
    private String id() {
        byte[] point = ((ECPublicKey) pair.getPublic()).getW().getAffineX().toByteArray();
        return "local-" + BASE64.encodeToString(Arrays.copyOf(point, 9));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return BASE64.encodeToString(fixed);
    }

    /** A signed token (JWS compact form, RFC 7515). */
    String sign(Claims claims) {
        String header = Json.text(Map.of("typ", "at+jwt", "alg", "ES256", "kid", id()));
        String input = encode(header) + '.' + encode(Json.text(claims));
        return input + '.' + BASE64.encodeToString(signature(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] input) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform signs with P-256", impossible);
        }
    }
}
