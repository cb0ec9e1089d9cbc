package io.sanse.bench.peers;

/** An event as the peers get it. Public fields and an empty constructor, because that is what Flink can copy cheaply and Esper can read. */
public final class Event {
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

    /** Step of a manifest: 1 picked up, 2 received. */
    public int step;

    /** Weight at a step, or a station's value. */
    public double value;

    boolean is(Sort other) {
        return sort == other.ordinal();
    }
}
