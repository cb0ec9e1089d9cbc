package io.sanse.model.watch;

import io.sanse.contract.service.StateList.StateSize;
import io.sanse.runtime.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest measurements of the partitions that this node holds; safe for use by several threads. */
public final class StateSizes {
    /**
     * One partition.
     *
     * @param at when it was measured
     * @param sizes by kind of subject
     */
    public record Measurement(Instant at, List<StateSize> sizes) {}

    private final Duration every;
    private final Map<Integer, Measurement> partitions = new ConcurrentHashMap<>();

    /** @param every how often a partition is measured */
    public StateSizes(Duration every) {
        this.every = every;
    }

    public static StateSizes from(Settings settings) {
        return new StateSizes(settings.duration(
                "model.state.every",
                Duration.ofMinutes(5),
                "how often it is measured what the models hold of subjects"));
    }

    public Duration every() {
        return every;
    }

    public void measured(int partition, Measurement measurement) {
        partitions.put(partition, measurement);
    }

    /** Another node has it now, or soon. */
    public void released(int partition) {
        partitions.remove(partition);
    }

    public Map<Integer, Measurement> partitions() {
        return Map.copyOf(partitions);
    }
}
