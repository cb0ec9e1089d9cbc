package io.sanse.model.detect.track;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with the primitives of stored tracks. */
public final class ByteSink {
    private static final int LEAST_GROWTH = 32;
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer;
    private int size;

    public ByteSink(int capacity) {
        buffer = new byte[capacity];
    }

    void octet(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
    }

    void id(long high, long low) {
        ensure(2 * Long.BYTES);
        INT64.set(buffer, size, high);
        INT64.set(buffer, size + Long.BYTES, low);
        size += 2 * Long.BYTES;
    }

    /** Unsigned LEB128: small numbers are short. */
    public void varint(long value) {
        long rest = value;
        if ((rest & ~0x7FL) == 0) {
            octet((int) rest);
            return;
        }
        ensure((Long.SIZE + 6 - Long.numberOfLeadingZeros(rest)) / 7);
        int end = size;
        while ((rest & ~0x7FL) != 0) {
            buffer[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[end++] = (byte) rest;
        size = end;
    }

    /** Numbers near zero, of either sign, are short. */
    public void signed(long value) {
        varint(value << 1 ^ value >> 63);
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes(utf8);
    }

    void bytes(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** Grows little by little: tails of many vehicles are kept, and their room adds up. */
    private void ensure(int more) {
        if (size + more > buffer.length) {
            int room = Math.max(LEAST_GROWTH, buffer.length / 8);
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length + room));
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** How many bytes it holds before it has to grow. */
    int room() {
        return buffer.length;
    }

    void bytes(ByteSink other) {
        ensure(other.size);
        System.arraycopy(other.buffer, 0, buffer, size, other.size);
        size += other.size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }
}
