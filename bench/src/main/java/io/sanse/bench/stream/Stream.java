package io.sanse.bench.stream;

import java.time.Instant;
import java.util.Arrays;

/** Everything that happens, in columns, so that millions of entries leave room for the engines. */
public final class Stream {
    /** 18:00 in Asia/Shanghai. */
    public static final Instant START = Instant.parse("2026-03-05T10:00:00Z");

    /** How long the clocks go on behind the last event, ms. */
    public static final long QUIET_MS = 3_600_000;

    /** Later moments are not compared: not every engine's clock has come so far, ms behind the end. */
    public static final long JUDGED_MS = QUIET_MS - 600_000;

    private static final int INDEX_BITS = 27;

    /**
     * One thing that happened.
     *
     * @param at ms since {@link #START}
     * @param subject number of the vehicle, manifest, station or feed
     * @param zoned place, or a manifest's step
     * @param other the vehicle of a step, the manifest of a paper, 0
     * @param value tonnes, value of a reading
     */
    record Entry(Sort sort, int at, int subject, Place zoned, int other, float value) {}

    /** A place; 1e-7 degrees. */
    record Place(int longitudeE7, int latitudeE7) {
        static final Place NONE = new Place(0, 0);

        static Place of(double longitude, double latitude) {
            return new Place((int) Math.round(longitude * 1e7), (int) Math.round(latitude * 1e7));
        }
    }

    private byte[] sorts = new byte[1 << 16];
    private int[] ats = new int[1 << 16];
    private int[] delays = new int[1 << 16];
    private int[] subjects = new int[1 << 16];
    private int[] longitudes = new int[1 << 16];
    private int[] latitudes = new int[1 << 16];
    private int[] others = new int[1 << 16];
    private float[] values = new float[1 << 16];
    private int size;
    private int progress;

    /** @param delay from event to reception, ms */
    void add(Entry entry, int delay) {
        if (size == ats.length) {
            grow(2 * size);
        }
        sorts[size] = (byte) entry.sort().ordinal();
        ats[size] = entry.at();
        delays[size] = delay;
        subjects[size] = entry.subject();
        longitudes[size] = entry.zoned().longitudeE7();
        latitudes[size] = entry.zoned().latitudeE7();
        others[size] = entry.other();
        values[size] = entry.value();
        size++;
        progress += entry.sort() == Sort.PROGRESS ? 1 : 0;
    }

    private void grow(int room) {
        sorts = Arrays.copyOf(sorts, room);
        ats = Arrays.copyOf(ats, room);
        delays = Arrays.copyOf(delays, room);
        subjects = Arrays.copyOf(subjects, room);
        longitudes = Arrays.copyOf(longitudes, room);
        latitudes = Arrays.copyOf(latitudes, room);
        others = Arrays.copyOf(others, room);
        values = Arrays.copyOf(values, room);
    }

    int size() {
        return size;
    }

    /** Without the words on the feeds' progress, which only Sanse is given. */
    public int events() {
        return size - progress;
    }

    Sort sort(int index) {
        return Sort.of(sorts[index]);
    }

    /** Event time, ms since the epoch. */
    long at(int index) {
        return START.toEpochMilli() + ats[index];
    }

    /** Reception, ms since the epoch. */
    long receivedAt(int index) {
        return at(index) + delays[index];
    }

    int subject(int index) {
        return subjects[index];
    }

    double longitude(int index) {
        return longitudes[index] / 1e7;
    }

    double latitude(int index) {
        return latitudes[index] / 1e7;
    }

    /** Which step of a manifest it is. */
    int step(int index) {
        return longitudes[index];
    }

    int other(int index) {
        return others[index];
    }

    float value(int index) {
        return values[index];
    }

    /** All entries in the order in which they come. */
    int[] byReception() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) ats[i] + delays[i]) << INDEX_BITS | i;
        }
        return order(keys);
    }

    /** All events in the order in which they happened, as an engine without late data needs them. */
    int[] byEvent() {
        long[] keys = new long[events()];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (sort(i) != Sort.PROGRESS) {
                keys[next++] = (long) ats[i] << INDEX_BITS | i;
            }
        }
        return order(keys);
    }

    private static int[] order(long[] keys) {
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (keys[i] & (1 << INDEX_BITS) - 1);
        }
        return order;
    }
}
