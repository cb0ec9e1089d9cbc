package io.sanse.standalone.smsc;

import io.sanse.notify.channel.smpp.pdu.PduBody.ShortMessage;
import io.sanse.notify.channel.smpp.text.Alphabet;
import io.sanse.notify.channel.smpp.text.ConcatenationHeader;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;

/**
 * One short message as it was taken.
 *
 * @param reference tells the parts of one long text from those of another; −1 when it is whole
 * @param total number of parts of the text
 * @param number of this part
 */
record ReceivedPart(
        String messageId,
        Instant receivedAt,
        String from,
        String to,
        String text,
        int reference,
        int total,
        int number) {

    static ReceivedPart of(String messageId, Instant receivedAt, ShortMessage message) {
        byte[] content = message.payload().toArray();
        int header = message.options().hasUserDataHeader() ? ConcatenationHeader.length(content) : 0;
        ConcatenationHeader part =
                header == 0 ? null : ConcatenationHeader.find(content).orElse(null);
        String text = Alphabet.of(message.options().dataCoding(), Alphabet.GSM7)
                .decode(Arrays.copyOfRange(content, header, content.length));
        return new ReceivedPart(
                messageId,
                receivedAt,
                message.source().digits(),
                message.destination().digits(),
                text,
                part == null ? -1 : part.reference(),
                part == null ? 1 : part.total(),
                part == null ? 1 : part.number());
    }

    static ReceivedPart fromJson(JsonObject json) {
        return new ReceivedPart(
                json.getString("messageId"),
                Instant.parse(json.getString("receivedAt")),
                json.getString("from"),
                json.getString("to"),
                json.getString("text"),
                json.getInteger("reference"),
                json.getInteger("total"),
                json.getInteger("number"));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("messageId", messageId)
                .put("receivedAt", receivedAt.toString())
                .put("from", from)
                .put("to", to)
                .put("text", text)
                .put("reference", reference)
                .put("total", total)
                .put("number", number);
    }

    boolean belongsTo(ReceivedPart other) {
        return total > 1 && total == other.total && reference == other.reference && to.equals(other.to);
    }
}
