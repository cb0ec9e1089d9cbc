package io.sanse.model.detect.track;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote. */
public final class ByteSource {
    private final byte[] buffer;
    private int position;

    public ByteSource(byte[] bytes) {
        buffer = bytes;
    }

    public boolean hasMore() {
        return position < buffer.length;
    }

    int octet() {
        return buffer[position++] & 0xFF;
    }

    long int64() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    public long varint() {
        long value = 0;
        int shift = 0;
        int octet = octet();
        while (octet >= 0x80) {
            value |= (octet & 0x7FL) << shift;
            shift += 7;
            octet = octet();
        }
        return value | (long) octet << shift;
    }

    public long signed() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    String string() {
        int length = (int) varint();
        String text = new String(buffer, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    byte[] bytes(int length) {
        byte[] bytes = java.util.Arrays.copyOfRange(buffer, position, position + length);
        position += length;
        return bytes;
    }
}
