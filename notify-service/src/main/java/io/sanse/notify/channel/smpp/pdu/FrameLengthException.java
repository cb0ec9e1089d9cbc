package io.sanse.notify.channel.smpp.pdu;

/** A command_length that no PDU can have: the stream cannot be followed any further and has to be closed. */
public final class FrameLengthException extends Exception {
    private static final long serialVersionUID = 1L;

    FrameLengthException(long length) {
        super("command length " + length + " is outside " + Pdu.HEADER_LENGTH + ".." + PduFramer.MAX_LENGTH);
    }
}
