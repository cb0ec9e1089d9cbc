package io.sanse.notify.channel.smpp.pdu;

import java.util.Objects;

/**
 * One SMPP protocol data unit (3.2).
 *
 * @param commandId as on the wire; {@link CommandId#of} names it
 * @param status command_status, 0 in requests
 * @param sequence sequence_number, unsigned 32 bits; a response repeats that of its request
 */
public record Pdu(int commandId, int status, long sequence, PduBody body) {
    /** Octets of the header: length, id, status, sequence. */
    public static final int HEADER_LENGTH = 16;

    public Pdu {
        Objects.requireNonNull(body, "body");
        if (sequence < 0 || sequence > 0xFFFFFFFFL) {
            throw new IllegalArgumentException("sequence number is beyond 32 bits: " + sequence);
        }
    }

    public static Pdu request(CommandId command, long sequence, PduBody body) {
        return new Pdu(command.id(), CommandStatus.OK.code(), sequence, body);
    }

    /** The response to this request. */
    public Pdu answer(int answerStatus, PduBody answerBody) {
        return new Pdu(commandId | CommandId.RESPONSE_BIT, answerStatus, sequence, answerBody);
    }

    public boolean isResponse() {
        return (commandId & CommandId.RESPONSE_BIT) != 0;
    }

    public boolean is(CommandId command) {
        return commandId == command.id();
    }

    public boolean isOk() {
        return status == CommandStatus.OK.code();
    }
}
