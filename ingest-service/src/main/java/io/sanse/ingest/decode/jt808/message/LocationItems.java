package io.sanse.ingest.decode.jt808.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The additional items behind a location report (clause 8.12, table 27), each {id, length, value}. Kept as they came,
 * the makers' own too, and looked through on demand. An item longer than what is left ends the list.
 */
public final class LocationItems {
    public static final int MILEAGE = 0x01;
    public static final int FUEL = 0x02;
    public static final int RECORDER_SPEED = 0x03;
    public static final int ALARM_EVENT = 0x04;
    public static final int VEHICLE_SIGNALS = 0x25;
    public static final int IO_STATUS = 0x2a;
    public static final int ANALOG = 0x2b;
    public static final int SIGNAL_STRENGTH = 0x30;
    public static final int SATELLITES = 0x31;

    private static final int ABSENT = -1;

    private final byte[] bytes;
    private final int from;
    private final int to;

    /**
     * One item.
     *
     * @param id as in the constants here, or a maker's own
     * @param value the raw bytes
     */
    public record Item(int id, byte[] value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Item item && item.id == id && Arrays.equals(item.value, value);
        }

        @Override
        public int hashCode() {
            return 31 * id + Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "%02x=%s".formatted(id, HexFormat.of().formatHex(value));
        }
    }

    /** Items in {@code bytes} between two offsets; the bytes are not copied and must not change. */
    LocationItems(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** Items to be sent. */
    public static LocationItems of(Item... items) {
        BodyWriter writer = new BodyWriter();
        for (Item item : items) {
            writer.writeByte(item.id()).writeByte(item.value().length).writeBytes(item.value());
        }
        byte[] bytes = writer.toBytes();
        return new LocationItems(bytes, 0, bytes.length);
    }

    /** An item whose value is an unsigned number of {@code length} bytes. */
    public static Item number(int id, int length, long value) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >> 8 * (length - 1 - i));
        }
        return new Item(id, bytes);
    }

    /** The unsigned number in the last item of this id, −1 when there is none of at most four bytes. */
    public long number(int id) {
        long found = ABSENT;
        for (int at = from; isWhole(at); at = next(at)) {
            int length = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) == id && length > 0 && length <= 4) {
                found = number(at + 2, length);
            }
        }
        return found;
    }

    /** All whole items in the order of the message. */
    public List<Item> toList() {
        List<Item> items = new ArrayList<>();
        for (int at = from; isWhole(at); at = next(at)) {
            items.add(new Item(bytes[at] & 0xff, Arrays.copyOfRange(bytes, at + 2, next(at))));
        }
        return items;
    }

    /** How many bytes at the end are no whole item. */
    public int leftOver() {
        int at = from;
        while (isWhole(at)) {
            at = next(at);
        }
        return to - at;
    }

    /** The items as they came. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private boolean isWhole(int at) {
        return at + 2 <= to && next(at) <= to;
    }

    private int next(int at) {
        return at + 2 + (bytes[at + 1] & 0xff);
    }

    private long number(int at, int length) {
        long value = 0;
        for (int i = at; i < at + length; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocationItems items
                && Arrays.equals(items.bytes, items.from, items.to, bytes, from, to);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return toList().toString();
    }
}
