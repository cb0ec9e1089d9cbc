package io.sanse.notify.channel.smpp.pdu;

/**
 * A PDU whose frame is whole but whose body cannot be read. The header is known, so the peer can be answered and a waiting
 * request can be told.
 */
public final class MalformedPduException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int commandId;
    private final long sequence;
    private final CommandStatus status;

    MalformedPduException(int commandId, long sequence, CommandStatus status, String reason) {
        super(reason);
        this.commandId = commandId;
        this.sequence = sequence;
        this.status = status;
    }

    public int commandId() {
        return commandId;
    }

    public long sequence() {
        return sequence;
    }

    /** What to answer the peer with. */
    public CommandStatus status() {
        return status;
    }
}
