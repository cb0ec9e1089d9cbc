package io.sanse.model.detect.situation;

import java.util.Collections;
import java.util.Map;

/**
 * A situation at one moment.
 *
 * @param at event time, ms
 * @param receivedAt when the platform got the observation that made the moment, or {@link #DEADLINE} when time alone did, ms
 * @param values what conditions and texts may name, all of the operator's variables; handed over for good, because copying them would cost more than all conditions
 * @param finding what a detection would rest on
 */
public record Snapshot(long at, long receivedAt, Map<String, Object> values, Finding finding) {
    public static final long DEADLINE = -1;

    public Snapshot {
        values = Collections.unmodifiableMap(values);
    }
}
