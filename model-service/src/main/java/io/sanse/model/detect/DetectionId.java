package io.sanse.model.detect;

import io.sanse.contract.Subject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of detections: the first 128 bits of SHA-256 over model, subject and episode start, shaped as a version 8 UUID (RFC 9562 section 5.8). */
final class DetectionId {
    private DetectionId() {}

    /** @param episodeStart ms */
    static UUID of(String model, Subject subject, long episodeStart) {
        byte[] text = (model + '\u0000' + subject + '\u0000' + episodeStart).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(text));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
