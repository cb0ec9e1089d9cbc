package io.sanse.contract.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Deterministic ids: the first 128 bits of SHA-256 over kind, device, time and the distinguishing content, shaped as a version 8 UUID (RFC 9562
 * section 5.8), so that a frame sent again makes the same observation.
 */
public final class ObservationId {
    private ObservationId() {}

    /**
     * @param kind kind of the observation
     * @param device the device's own id, or the integrator's user
     * @param observedAt time of the observation
     * @param content what tells two observations of one device and instant apart, for example coordinates or a manifest's number and step
     */
    public static UUID of(Kind kind, String device, Instant observedAt, String content) {
        byte[] text = (device + '\u0000' + content).getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(1 + Long.BYTES + text.length);
        input.put((byte) kind.code()).putLong(observedAt.toEpochMilli()).put(text);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(input.array()));
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
