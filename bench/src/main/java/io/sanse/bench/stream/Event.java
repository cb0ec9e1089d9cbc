package io.sanse.bench.stream;

/** An event as the peers get it. Public fields and an empty constructor, because that is what Flink can copy cheaply and Esper can read. */
public final class Event {
    /** A {@link #step}: the carrier has the waste. */
    public static final int PICKED_UP = 1;

    /** A {@link #step}: the receiver has it. */
    public static final int RECEIVED = 2;

    /** What it is; the number of a {@link Sort}. */
    public int sort;

    /** Event time, ms since the epoch. */
    public long at;

    /** Plate, manifest number or station. */
    public String key;

    /** The zone around the place, empty for none. */
    public String zone;

    /** How long one may stay in the zone, ms; 0 for as long as one likes. */
    public long allowed;

    /** Whether the zone is closed to trucks. */
    public boolean closed;

    public boolean truck;
    public boolean night;

    /** Step of a manifest: {@link #PICKED_UP} or {@link #RECEIVED}. */
    public int step;

    /** Weight at a step, or a station's value. */
    public double value;

    /** Whether the zone is another than that of the report before; for engines that work that out. */
    public boolean entered;

    /** Manifests that the vehicle carries, this paper included; for engines that work that out. */
    public int carried;

    /** Whether it is of a sort. */
    public boolean is(Sort other) {
        return sort == other.ordinal();
    }
}
