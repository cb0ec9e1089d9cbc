package io.sanse.contract.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the primitives of the frame format; every length is checked against what is left before anything is allocated. */
final class FrameReader {
    private final ByteBuffer buffer;

    FrameReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    int octet() {
        return buffer.get() & 0xFF;
    }

    int int16() {
        return buffer.getShort() & 0xFFFF;
    }

    int int32() {
        return buffer.getInt();
    }

    long int64() {
        return buffer.getLong();
    }

    int varint() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is longer than five bytes");
    }

    /** A count of things of at least one byte each. */
    int count() {
        return checked(varint());
    }

    String[] strings() {
        String[] strings = new String[count()];
        for (int i = 0; i < strings.length; i++) {
            byte[] utf8 = new byte[count()];
            buffer.get(utf8);
            strings[i] = new String(utf8, StandardCharsets.UTF_8);
        }
        return strings;
    }

    ByteBuffer slice(int length) {
        ByteBuffer slice = buffer.slice(buffer.position(), checked(length));
        buffer.position(buffer.position() + length);
        return slice;
    }

    byte[] rest() {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }

    private int checked(int length) {
        if (length < 0 || length > buffer.remaining()) {
            throw new IllegalArgumentException("a length of " + length + " with " + buffer.remaining() + " bytes left");
        }
        return length;
    }
}
