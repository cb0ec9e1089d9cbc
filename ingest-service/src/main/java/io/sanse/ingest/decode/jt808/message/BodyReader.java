package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.BeijingTime;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads the standard's data types (clause 4.2) one after the other. The caller has checked that enough bytes are left. */
final class BodyReader {
    static final Charset TEXT = Charset.forName("GBK");

    private final byte[] bytes;
    private final int end;
    private int at;

    BodyReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int remaining() {
        return end - at;
    }

    int position() {
        return at;
    }

    void skip(int count) {
        at += count;
    }

    int readByte() {
        return bytes[at++] & 0xff;
    }

    int readWord() {
        return readByte() << 8 | readByte();
    }

    int readDoubleWord() {
        return readWord() << 16 | readWord();
    }

    /** Text of {@code length} bytes, GBK or, where a maker sends it, UTF-8, without padding at either end. */
    String readText(int length) {
        int from = at;
        int to = at + length;
        at = to;
        while (from < to && isPadding(bytes[from])) {
            from++;
        }
        while (to > from && isPadding(bytes[to - 1])) {
            to--;
        }
        String utf8 = utf8OrNull(from, to);
        return utf8 != null ? utf8 : new String(bytes, from, to - from, TEXT);
    }

    /** BCD[6], yyMMddHHmmss in GMT+8; null when the digits are no time. */
    Instant readTime() {
        int year = readDigits();
        int month = readDigits();
        int day = readDigits();
        int hour = readDigits();
        int minute = readDigits();
        int second = readDigits();
        boolean digits = (year | month | day | hour | minute | second) >= 0;
        return digits && hour < 24 && minute < 60 && second < 60
                ? BeijingTime.instant(2000 + year, month, day, hour * 3600 + minute * 60 + second)
                : null;
    }

    /** Two BCD digits, negative when they are none. */
    private int readDigits() {
        int value = readByte();
        int tens = value >> 4;
        int ones = value & 15;
        return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == ' ';
    }

    /** Chinese text in UTF-8 starts with three bytes that no GBK plate starts with; other text counts as GBK. */
    private String utf8OrNull(int from, int to) {
        if (to - from < 3 || (bytes[from] & 0xf0) != 0xe0) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN ? text : null;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
