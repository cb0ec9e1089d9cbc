package io.sanse.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One file of the console as it is sent.
 *
 * @param body its bytes
 * @param contentType by its file name
 * @param etag strong, from the bytes: the same on every gateway of the same release
 */
record ConsoleAsset(Buffer body, String contentType, String etag) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "json", "application/json; charset=utf-8");

    static ConsoleAsset of(String path, byte[] bytes) {
        return new ConsoleAsset(Buffer.buffer(bytes), TYPES.get(extension(path)), '"' + digest(bytes) + '"');
    }

    /** Whether files with this name belong to the console at all. */
    static boolean serves(String path) {
        return TYPES.containsKey(extension(path));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
