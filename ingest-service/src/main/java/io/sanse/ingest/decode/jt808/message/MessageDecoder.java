package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.MessageId;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.HeartBeat;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Unregistration;

/** Reads the body of a whole frame. */
public final class MessageDecoder {
    private static final int IMEI_LENGTH = 15;
    private static final int SOFTWARE_LENGTH = 20;

    private MessageDecoder() {}

    /** Reads the body, or says ENCRYPTED, UNSUPPORTED_MESSAGE or MALFORMED. */
    public static Decoded<TerminalMessage> decode(Frame frame) {
        if (frame.header().encryption() != 0) {
            return rejected(
                    RejectionReason.ENCRYPTED, "encryption " + frame.header().encryption(), frame);
        }
        int messageId = frame.header().messageId();
        TerminalMessage message;
        switch (messageId) {
            case MessageId.HEART_BEAT -> message = new HeartBeat();
            case MessageId.UNREGISTRATION -> message = new Unregistration();
            case MessageId.REGISTRATION -> message = RegistrationDecoder.decode(frame);
            case MessageId.AUTHENTICATION -> message = authentication(frame);
            case MessageId.LOCATION_REPORT -> message = LocationDecoder.report(frame.body(), 0, frame.body().length);
            case MessageId.LOCATION_BATCH -> message = LocationDecoder.batch(frame.body());
            case MessageId.TERMINAL_GENERAL_ANSWER, MessageId.PLATFORM_GENERAL_ANSWER -> message = generalAnswer(frame);
            case MessageId.REGISTRATION_ANSWER -> message = registrationAnswer(frame);
            default -> {
                return rejected(RejectionReason.UNSUPPORTED_MESSAGE, "message 0x%04x".formatted(messageId), frame);
            }
        }
        return message == null
                ? rejected(RejectionReason.MALFORMED, "a body of " + frame.body().length + " bytes", frame)
                : new Decoded.Accepted<>(message);
    }

    private static TerminalMessage authentication(Frame frame) {
        byte[] body = frame.body();
        BodyReader reader = new BodyReader(body, 0, body.length);
        if (frame.header().edition() != Edition.V2019 || body.length == 0 || (body[0] & 0xff) >= body.length) {
            return new Authentication(reader.readText(body.length), "", "");
        }
        String code = reader.readText(reader.readByte());
        String imei = reader.readText(Math.min(IMEI_LENGTH, reader.remaining()));
        String software = reader.readText(Math.min(SOFTWARE_LENGTH, reader.remaining()));
        return new Authentication(code, imei, software);
    }

    private static TerminalMessage generalAnswer(Frame frame) {
        BodyReader reader = new BodyReader(frame.body(), 0, frame.body().length);
        return reader.remaining() < 5
                ? null
                : new GeneralAnswer(
                        frame.header().messageId(), reader.readWord(), reader.readWord(), reader.readByte());
    }

    private static TerminalMessage registrationAnswer(Frame frame) {
        BodyReader reader = new BodyReader(frame.body(), 0, frame.body().length);
        return reader.remaining() < 3
                ? null
                : new RegistrationAnswer(reader.readWord(), reader.readByte(), reader.readText(reader.remaining()));
    }

    private static Decoded<TerminalMessage> rejected(RejectionReason reason, String detail, Frame frame) {
        return new Decoded.Rejected<>(reason, detail, frame.raw());
    }
}
