package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.BeijingTime;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;

/** Writes the standard's data types (clause 4.2) one after the other. */
final class BodyWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    BodyWriter writeByte(int value) {
        bytes.write(value);
        return this;
    }

    BodyWriter writeWord(int value) {
        return writeByte(value >> 8).writeByte(value);
    }

    BodyWriter writeDoubleWord(int value) {
        return writeWord(value >> 16).writeWord(value);
    }

    BodyWriter writeBytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    BodyWriter writeText(String text) {
        return writeBytes(text.getBytes(BodyReader.TEXT));
    }

    /** Text in a field of {@code length} bytes, padded with zeros on the right. */
    BodyWriter writeText(String text, int length) {
        byte[] value = text.getBytes(BodyReader.TEXT);
        if (value.length > length) {
            throw new IllegalArgumentException("\"" + text + "\" is longer than " + length + " bytes");
        }
        return writeBytes(value).writeBytes(new byte[length - value.length]);
    }

    /** BCD[6] in GMT+8; zeros for null. */
    BodyWriter writeTime(Instant time) {
        if (time == null) {
            return writeBytes(new byte[6]);
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, BeijingTime.OFFSET);
        return writeDigits(local.getYear() % 100)
                .writeDigits(local.getMonthValue())
                .writeDigits(local.getDayOfMonth())
                .writeDigits(local.getHour())
                .writeDigits(local.getMinute())
                .writeDigits(local.getSecond());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private BodyWriter writeDigits(int value) {
        return writeByte(value / 10 << 4 | value % 10);
    }
}
