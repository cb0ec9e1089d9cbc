package io.sanse.ingest.decode.hj212;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a station computes the check value of its data segment. The standard's way (HJ 212-2017 annex A) differs from Modbus
 * in that only the upper byte of the register meets the next byte; instruments with either Modbus way are in the field.
 */
public enum CrcVariant {
    HJ212,
    MODBUS,
    MODBUS_SWAPPED;

    private static final int[] TABLE = table();

    /** The check value, 0 to 0xFFFF. */
    public int of(byte[] segment) {
        return switch (this) {
            case HJ212 -> standard(segment);
            case MODBUS -> modbus(segment);
            case MODBUS_SWAPPED -> swapped(modbus(segment));
        };
    }

    /** The variants that give this check value. */
    static Set<CrcVariant> matching(byte[] segment, int checkValue) {
        Set<CrcVariant> matching = EnumSet.noneOf(CrcVariant.class);
        if (standard(segment) == checkValue) {
            matching.add(HJ212);
        }
        int modbus = modbus(segment);
        if (modbus == checkValue) {
            matching.add(MODBUS);
        }
        if (swapped(modbus) == checkValue) {
            matching.add(MODBUS_SWAPPED);
        }
        return matching;
    }

    private static int standard(byte[] segment) {
        int crc = 0xffff;
        for (byte value : segment) {
            crc = TABLE[crc >> 8 ^ value & 0xff];
        }
        return crc;
    }

    private static int modbus(byte[] segment) {
        int crc = 0xffff;
        for (byte value : segment) {
            crc = crc >> 8 ^ TABLE[(crc ^ value) & 0xff];
        }
        return crc;
    }

    private static int swapped(int crc) {
        return crc >> 8 | crc << 8 & 0xff00;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xa001;
            }
            table[i] = crc;
        }
        return table;
    }
}
