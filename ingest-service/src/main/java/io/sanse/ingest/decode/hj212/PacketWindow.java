package io.sanse.ingest.decode.hj212;

import java.util.Arrays;

/** The bytes of a stream that are not yet judged, with the searches that cutting packets needs. */
final class PacketWindow {
    /** {@code ##} and four digits. */
    static final int HEAD = 6;

    static final int CHECK_DIGITS = 4;
    static final int LINE_END = 2;
    private static final int INITIAL_CAPACITY = 512;

    private final int limit;
    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int length;

    /** @param longestSegment bytes of the longest data segment; the window holds one packet of it */
    PacketWindow(int longestSegment) {
        this.limit = HEAD + longestSegment + CHECK_DIGITS + LINE_END;
    }

    int length() {
        return length;
    }

    boolean isFull() {
        return length == limit;
    }

    /** Takes as many bytes as there is room for and says how many. */
    int append(byte[] source, int from) {
        int count = Math.min(source.length - from, limit - length);
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + count, bytes.length * 2)));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return count;
    }

    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The first head at or behind {@code from}, −1 when there is none. */
    int headFrom(int from) {
        return headBetween(from, length);
    }

    /** The first head at or behind {@code from} that ends before {@code to}, −1 when there is none. */
    int headBetween(int from, int to) {
        for (int at = from; at + HEAD <= to; at++) {
            if (bytes[at] == '#' && bytes[at + 1] == '#' && hasDigits(at + 2, at + HEAD)) {
                return at;
            }
        }
        return -1;
    }

    /** The first line end at or behind {@code from}, −1 when there is none. */
    int lineEndFrom(int from) {
        for (int at = from; at + LINE_END <= length; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Where the text of the line ending at {@code lineEnd} ends; some stations send one CR too many. */
    int textEnd(int lineEnd) {
        int at = lineEnd;
        while (at > 0 && bytes[at - 1] == '\r') {
            at--;
        }
        return at;
    }

    /** The four decimal digits of the head at the start. */
    int declaredLength() {
        int value = 0;
        for (int i = 2; i < HEAD; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** The four hex digits at {@code at}, −1 when they are none or not there. */
    int checkValue(int at) {
        int value = 0;
        for (int i = at; i < at + CHECK_DIGITS; i++) {
            int digit = i < HEAD || i >= length ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Whether four hex digits at {@code at} end a packet: behind them is nothing, a line end or another head. */
    boolean isCheckValue(int at) {
        int behind = at + CHECK_DIGITS;
        boolean ends = behind == length || bytes[behind] == '\r' || bytes[behind] == '\n' || bytes[behind] == '#';
        return ends && checkValue(at) >= 0;
    }

    /** Whether the first {@code to} bytes are nothing but line ends and padding. */
    boolean isBlank(int to) {
        for (int i = 0; i < to; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != ' ' && bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
