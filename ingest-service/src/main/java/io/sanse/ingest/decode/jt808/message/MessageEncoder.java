package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameEncoder;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.message.RegistrationDecoder.Layout;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.LocationBatch;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes messages, the platform's and a terminal's. */
public final class MessageEncoder {
    private static final int PROTOCOL_VERSION = 1;

    private MessageEncoder() {}

    /**
     * Who sends or receives a message.
     *
     * @param edition of the header, and of a registration's body the layout
     * @param phone hex digits, leading zeros may be left out
     * @param serial serial number of the message
     */
    public record Envelope(Edition edition, String phone, int serial) {

        /** The envelope of an answer to the sender of a message. */
        public static Envelope to(Header received, int serial) {
            return new Envelope(received.edition(), received.phone(), serial);
        }
    }

    /**
     * Encodes a message that fits one frame.
     *
     * @throws IllegalArgumentException when a text does not fit its field or the message its frame
     */
    public static byte[] encode(Envelope envelope, TerminalMessage message) {
        return frame(envelope, message, body(envelope.edition(), message), null);
    }

    /**
     * Encodes a message in as many parts as it needs, each with the next serial.
     *
     * @param partLength bytes of body in each part but the last
     */
    public static List<byte[]> encodeParts(Envelope envelope, TerminalMessage message, int partLength) {
        byte[] body = body(envelope.edition(), message);
        int total = Math.max(1, (body.length + partLength - 1) / partLength);
        List<byte[]> frames = new ArrayList<>();
        for (int number = 1; number <= total; number++) {
            int from = (number - 1) * partLength;
            byte[] piece = Arrays.copyOfRange(body, from, Math.min(body.length, from + partLength));
            int serial = envelope.serial() + number - 1 & 0xffff;
            Envelope numbered = new Envelope(envelope.edition(), envelope.phone(), serial);
            frames.add(frame(numbered, message, piece, new Header.Part(total, number)));
        }
        return frames;
    }

    private static byte[] frame(Envelope envelope, TerminalMessage message, byte[] body, Header.Part part) {
        Header header = new Header(
                message.messageId(),
                envelope.edition(),
                PROTOCOL_VERSION,
                envelope.phone(),
                envelope.serial(),
                0,
                body.length,
                part);
        return FrameEncoder.encode(new Frame(header, body, false));
    }

    private static byte[] body(Edition edition, TerminalMessage message) {
        BodyWriter writer = new BodyWriter();
        if (message instanceof LocationReport report) {
            writeReport(writer, report);
        } else if (message instanceof LocationBatch batch) {
            writeBatch(writer, batch);
        } else if (message instanceof Registration registration) {
            writeRegistration(writer, registration);
        } else if (message instanceof Authentication authentication) {
            writeAuthentication(writer, edition, authentication);
        } else if (message instanceof GeneralAnswer answer) {
            writer.writeWord(answer.answeredSerial())
                    .writeWord(answer.answeredId())
                    .writeByte(answer.result());
        } else if (message instanceof RegistrationAnswer answer) {
            writer.writeWord(answer.answeredSerial()).writeByte(answer.result()).writeText(answer.code());
        }
        return writer.toBytes();
    }

    private static void writeReport(BodyWriter writer, LocationReport report) {
        writer.writeDoubleWord(report.alarm())
                .writeDoubleWord(signedStatus(report))
                .writeDoubleWord(microDegrees(report.latitude()))
                .writeDoubleWord(microDegrees(report.longitude()))
                .writeWord(report.altitude())
                .writeWord((int) Math.round(report.speed() * 10))
                .writeWord(report.direction())
                .writeTime(report.observedAt())
                .writeBytes(report.items().toBytes());
    }

    /** The sign of a coordinate is a status bit; at zero degrees it stays what it was. */
    private static int signedStatus(LocationReport report) {
        int status = withSign(report.status(), LocationReport.SOUTH, report.latitude());
        return withSign(status, LocationReport.WEST, report.longitude());
    }

    private static int withSign(int status, int bit, double degrees) {
        if (degrees == 0) {
            return status;
        }
        return degrees < 0 ? status | bit : status & ~bit;
    }

    private static int microDegrees(double degrees) {
        return (int) Math.round(Math.abs(degrees) * LocationDecoder.DEGREE);
    }

    private static void writeBatch(BodyWriter writer, LocationBatch batch) {
        writer.writeWord(batch.declared()).writeByte(batch.resent() ? 1 : 0);
        for (LocationReport report : batch.reports()) {
            BodyWriter element = new BodyWriter();
            writeReport(element, report);
            byte[] bytes = element.toBytes();
            writer.writeWord(bytes.length).writeBytes(bytes);
        }
    }

    private static void writeRegistration(BodyWriter writer, Registration registration) {
        Layout layout = Layout.of(registration.layout());
        writer.writeWord(registration.province())
                .writeWord(registration.city())
                .writeText(registration.manufacturer(), layout.manufacturer)
                .writeText(registration.model(), layout.model)
                .writeText(registration.terminalId(), layout.terminalId)
                .writeByte(registration.plateColour())
                .writeText(registration.plate());
    }

    private static void writeAuthentication(BodyWriter writer, Edition edition, Authentication authentication) {
        if (edition != Edition.V2019) {
            writer.writeText(authentication.code());
            return;
        }
        writer.writeByte(authentication.code().getBytes(BodyReader.TEXT).length)
                .writeText(authentication.code())
                .writeText(authentication.imei(), 15)
                .writeText(authentication.software(), 20);
    }
}
