package io.sanse.notify.channel.smpp.pdu;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts the stream of one connection into PDUs, however its octets arrive. Holds at most one PDU and the last read. */
public final class PduFramer {
    /** Longest PDU accepted: far above a message_payload that any SMSC takes. */
    public static final int MAX_LENGTH = 65_536;

    private byte[] waiting = new byte[0];
    private int from;

    public void append(byte[] octets) {
        byte[] joined = Arrays.copyOfRange(waiting, from, waiting.length + octets.length);
        System.arraycopy(octets, 0, joined, waiting.length - from, octets.length);
        waiting = joined;
        from = 0;
    }

    /**
     * The next whole PDU, header included, or nothing yet.
     *
     * @throws FrameLengthException when the announced length is below 16 or above {@link #MAX_LENGTH}
     */
    public Optional<byte[]> next() throws FrameLengthException {
        int available = waiting.length - from;
        if (available < Integer.BYTES) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(waiting).getInt(from));
        if (length < Pdu.HEADER_LENGTH || length > MAX_LENGTH) {
            throw new FrameLengthException(length);
        }
        if (available < length) {
            return Optional.empty();
        }
        byte[] frame = Arrays.copyOfRange(waiting, from, from + (int) length);
        from += (int) length;
        return Optional.of(frame);
    }
}
