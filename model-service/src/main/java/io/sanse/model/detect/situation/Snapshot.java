package io.sanse.model.detect.situation;

import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/** A situation at one moment. Most moments raise nothing: what a detection would rest on is put together when it is asked for. */
public final class Snapshot {
    public static final long DEADLINE = -1;

    private final long at;
    private final long receivedAt;
    private final Map<String, Object> values;
    private Supplier<Finding> source;
    private Finding finding;

    /**
     * A moment.
     *
     * @param at event time, ms
     * @param receivedAt when the platform got the observation that made the moment, or {@link #DEADLINE} when time alone did, ms
     * @param values what conditions and texts may name, all of the operator's variables; handed over for good, because copying them would cost more than all conditions
     * @param source puts together what a detection would rest on, from what does not change
     */
    public Snapshot(long at, long receivedAt, Map<String, Object> values, Supplier<Finding> source) {
        this.at = at;
        this.receivedAt = receivedAt;
        this.values = Collections.unmodifiableMap(values);
        this.source = source;
    }

    /** The same with a finding that is at hand. */
    public Snapshot(long at, long receivedAt, Map<String, Object> values, Finding finding) {
        this(at, receivedAt, values, () -> finding);
    }

    public long at() {
        return at;
    }

    public long receivedAt() {
        return receivedAt;
    }

    public Map<String, Object> values() {
        return values;
    }

    /** What a detection would rest on. */
    public Finding finding() {
        if (source != null) {
            finding = source.get();
            source = null;
        }
        return finding;
    }
}
