package io.sanse.ingest.decode.jt808;

import java.io.ByteArrayOutputStream;

/** Writes frames: header, body, check byte, escapes, delimiters (JT/T 808-2019 clause 4.4). */
public final class FrameEncoder {
    private static final int DELIMITER = 0x7e;
    private static final int ESCAPE = 0x7d;

    private FrameEncoder() {}

    /**
     * Encodes one frame.
     *
     * @param frame its header gives the edition, phone, serial and part; the length is taken from the body
     * @return the bytes for the wire, delimiters included
     * @throws IllegalArgumentException when the body is longer than {@value Header#MAX_BODY_LENGTH} bytes or the phone is
     *     not hex digits that fit the edition
     */
    public static byte[] encode(Frame frame) {
        byte[] content = content(frame.header(), frame.body());
        ByteArrayOutputStream wire = new ByteArrayOutputStream(content.length + 8);
        wire.write(DELIMITER);
        for (byte value : content) {
            if (value == DELIMITER || value == ESCAPE) {
                wire.write(ESCAPE);
                wire.write(value == DELIMITER ? 2 : 1);
            } else {
                wire.write(value);
            }
        }
        wire.write(DELIMITER);
        return wire.toByteArray();
    }

    /** The un-escaped bytes between the delimiters. */
    private static byte[] content(Header header, byte[] body) {
        if (body.length > Header.MAX_BODY_LENGTH) {
            throw new IllegalArgumentException("a body of " + body.length + " bytes fits no frame");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(Header.MAX_FRAME_LENGTH);
        writeWord(content, header.messageId());
        writeWord(content, attributes(header, body.length));
        if (header.edition().hasVersionMark()) {
            content.write(header.protocolVersion());
        }
        writePhone(content, header);
        writeWord(content, header.serial());
        if (header.part() != null) {
            writeWord(content, header.part().total());
            writeWord(content, header.part().number());
        }
        content.writeBytes(body);
        content.write(checkByte(content.toByteArray()));
        return content.toByteArray();
    }

    private static int attributes(Header header, int bodyLength) {
        int versionMark = header.edition().hasVersionMark() ? 1 << 14 : 0;
        int partsMark = header.part() != null ? 1 << 13 : 0;
        return versionMark | partsMark | header.encryption() << 10 | bodyLength;
    }

    private static void writePhone(ByteArrayOutputStream content, Header header) {
        int digits = header.edition().phoneLength() * 2;
        String phone = header.terminalKey();
        if (phone.length() > digits) {
            throw new IllegalArgumentException("a phone of " + phone.length() + " digits fits no header");
        }
        String padded = "0".repeat(digits - phone.length()) + phone;
        for (int i = 0; i < digits; i += 2) {
            content.write(Integer.parseInt(padded, i, i + 2, 16));
        }
    }

    private static int checkByte(byte[] bytes) {
        int check = 0;
        for (byte value : bytes) {
            check ^= value;
        }
        return check;
    }

    private static void writeWord(ByteArrayOutputStream content, int value) {
        content.write(value >> 8);
        content.write(value);
    }
}
