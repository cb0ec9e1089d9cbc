package io.sanse.contract.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with the primitives of the frame format. */
final class FrameWriter {
    private byte[] buffer = new byte[96];
    private int size;

    int size() {
        return size;
    }

    void octet(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
    }

    void int16(int value) {
        octet(value >>> 8);
        octet(value);
    }

    void int32(int value) {
        int16(value >>> 16);
        int16(value);
    }

    void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    void varint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            octet((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes(utf8);
    }

    void bytes(byte[] bytes) {
        bytes(bytes, bytes.length);
    }

    void bytes(FrameWriter other) {
        bytes(other.buffer, other.size);
    }

    private void bytes(byte[] bytes, int length) {
        ensure(length);
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }
}
