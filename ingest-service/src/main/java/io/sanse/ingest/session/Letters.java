package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Writes the dead letters of one protocol.
 *
 * @param protocol as in metrics
 * @param withheld the bytes without the secrets in them
 */
record Letters(String protocol, UnaryOperator<byte[]> withheld) {
    private static final String SERVICE = "ingest-service";

    /**
     * A letter whose id is the same whenever the same bytes are refused for the same reason; secrets are not among these bytes, so that nobody can try them against the id.
     *
     * @param feed null when not known
     */
    DeadLetter letter(String feed, RejectionReason reason, String detail, byte[] bytes, Instant now) {
        byte[] raw = withheld.apply(bytes);
        byte[] name = (protocol + ' ' + reason.label()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer identity =
                ByteBuffer.allocate(name.length + raw.length).put(name).put(raw);
        UUID id = UUID.nameUUIDFromBytes(identity.array());
        return new DeadLetter(id, SERVICE, protocol, feed, reason.label(), detail, raw, now);
    }

    DeadLetter letter(String feed, Decoded.Rejected<?> rejected, Instant now) {
        return letter(feed, rejected.reason(), rejected.detail(), rejected.raw(), now);
    }
}
