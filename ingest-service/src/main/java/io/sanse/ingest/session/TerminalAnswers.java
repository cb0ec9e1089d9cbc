package io.sanse.ingest.session;

import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import java.io.ByteArrayOutputStream;

/** Encodes the platform's answers on one JT/T 808 connection and counts their serials. */
final class TerminalAnswers {
    private int serial;

    /** 0x8001 for each part of a message; the serials of the parts follow that of the first. */
    byte[] general(Header header, int parts, int result) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (int part = 0; part < parts; part++) {
            int answered = header.serial() + part & 0xffff;
            answers.writeBytes(encode(header, GeneralAnswer.ofPlatform(answered, header.messageId(), result)));
        }
        return answers.toByteArray();
    }

    /** 0x8100. */
    byte[] registration(Header header, int result, String code) {
        return encode(header, new RegistrationAnswer(header.serial(), result, code));
    }

    private byte[] encode(Header header, TerminalMessage answer) {
        byte[] bytes = MessageEncoder.encode(Envelope.to(header, serial), answer);
        serial = serial + 1 & 0xffff;
        return bytes;
    }
}
