package io.sanse.notify.channel.smpp.pdu;

import io.sanse.notify.channel.smpp.pdu.PduBody.Bind;
import io.sanse.notify.channel.smpp.pdu.PduBody.BindAnswer;
import io.sanse.notify.channel.smpp.pdu.PduBody.DataMessage;
import io.sanse.notify.channel.smpp.pdu.PduBody.Empty;
import io.sanse.notify.channel.smpp.pdu.PduBody.MessageAnswer;
import io.sanse.notify.channel.smpp.pdu.PduBody.Opaque;
import io.sanse.notify.channel.smpp.pdu.PduBody.Query;
import io.sanse.notify.channel.smpp.pdu.PduBody.QueryAnswer;
import io.sanse.notify.channel.smpp.pdu.PduBody.ShortMessage;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One PDU to and from its octets. */
public final class PduCodec {
    private PduCodec() {}

    /**
     * Reads one whole PDU as {@link PduFramer} cuts it.
     *
     * @throws MalformedPduException when the body is shorter or longer than its fields, a string has no end, or the
     *     optional parameters are torn
     */
    public static Pdu decode(byte[] frame) throws MalformedPduException {
        ByteBuffer octets = ByteBuffer.wrap(frame);
        octets.getInt();
        int commandId = octets.getInt();
        int status = octets.getInt();
        long sequence = Integer.toUnsignedLong(octets.getInt());
        PduReader reader = new PduReader(commandId, sequence, octets.slice());
        Optional<CommandId> command = CommandId.of(commandId);
        PduBody body = command.isEmpty() ? new Opaque(reader.rest()) : body(command.get(), reader);
        return new Pdu(commandId, status, sequence, body);
    }

    /** The octets of a PDU, its length included. */
    public static byte[] encode(Pdu pdu) {
        PduWriter writer = new PduWriter();
        pdu.body().write(writer);
        byte[] body = writer.toArray();
        return ByteBuffer.allocate(Pdu.HEADER_LENGTH + body.length)
                .putInt(Pdu.HEADER_LENGTH + body.length)
                .putInt(pdu.commandId())
                .putInt(pdu.status())
                .putInt((int) pdu.sequence())
                .put(body)
                .array();
    }

    private static PduBody body(CommandId command, PduReader in) throws MalformedPduException {
        boolean statusOnly = in.isExhausted() && (command.id() & CommandId.RESPONSE_BIT) != 0;
        PduBody body = statusOnly ? new Empty() : fields(command, in);
        in.end();
        return body;
    }

    private static PduBody fields(CommandId command, PduReader in) throws MalformedPduException {
        return switch (command) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> Bind.read(in);
            case BIND_RECEIVER_RESP, BIND_TRANSMITTER_RESP, BIND_TRANSCEIVER_RESP -> BindAnswer.read(in);
            case SUBMIT_SM, DELIVER_SM -> ShortMessage.read(in);
            case DATA_SM -> DataMessage.read(in);
            case SUBMIT_SM_RESP, DELIVER_SM_RESP, DATA_SM_RESP -> MessageAnswer.read(in);
            case QUERY_SM -> Query.read(in);
            case QUERY_SM_RESP -> QueryAnswer.read(in);
            case UNBIND, UNBIND_RESP, ENQUIRE_LINK, ENQUIRE_LINK_RESP, GENERIC_NACK -> new Empty();
        };
    }
}
