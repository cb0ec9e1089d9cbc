package io.sanse.notify.channel.smpp.pdu;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of one PDU body in order; every shortage is a {@link MalformedPduException} that knows the header. */
final class PduReader {
    private final int commandId;
    private final long sequence;
    private final ByteBuffer octets;

    PduReader(int commandId, long sequence, ByteBuffer octets) {
        this.commandId = commandId;
        this.sequence = sequence;
        this.octets = octets;
    }

    boolean isExhausted() {
        return !octets.hasRemaining();
    }

    int octet(String field) throws MalformedPduException {
        need(1, field, CommandStatus.INVALID_COMMAND_LENGTH);
        return octets.get() & 0xFF;
    }

    /** A C-octet string: everything up to its NUL. */
    String string(String field) throws MalformedPduException {
        int start = octets.position();
        while (octets.hasRemaining()) {
            if (octets.get() == 0) {
                int length = octets.position() - 1 - start;
                return new String(octets.array(), octets.arrayOffset() + start, length, StandardCharsets.ISO_8859_1);
            }
        }
        throw malformed(CommandStatus.INVALID_COMMAND_LENGTH, field + " has no ending NUL");
    }

    Octets octets(int length, String field) throws MalformedPduException {
        need(length, field, CommandStatus.INVALID_MESSAGE_LENGTH);
        return take(length);
    }

    Address address(String field) throws MalformedPduException {
        return new Address(octet(field + " type"), octet(field + " plan"), string(field));
    }

    /** All that is left, as optional parameters. */
    List<Tlv> parameters() throws MalformedPduException {
        List<Tlv> parameters = new ArrayList<>();
        while (octets.hasRemaining()) {
            need(4, "optional parameter", CommandStatus.INVALID_OPTIONAL_PARAMETERS);
            int tag = octets.getShort() & 0xFFFF;
            int length = octets.getShort() & 0xFFFF;
            parameters.add(new Tlv(tag, length, take(Math.min(length, octets.remaining()))));
        }
        return List.copyOf(parameters);
    }

    Octets rest() {
        return take(octets.remaining());
    }

    void end() throws MalformedPduException {
        if (octets.hasRemaining()) {
            throw malformed(CommandStatus.INVALID_COMMAND_LENGTH, octets.remaining() + " octets too many");
        }
    }

    private Octets take(int length) {
        byte[] taken = new byte[length];
        octets.get(taken);
        return Octets.of(taken);
    }

    private void need(int length, String field, CommandStatus status) throws MalformedPduException {
        if (octets.remaining() < length) {
            throw malformed(status, field + " needs " + length + " octets, " + octets.remaining() + " are left");
        }
    }

    private MalformedPduException malformed(CommandStatus status, String reason) {
        return new MalformedPduException(commandId, sequence, status, reason);
    }
}
