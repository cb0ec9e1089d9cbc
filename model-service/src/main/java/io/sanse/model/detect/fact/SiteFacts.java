package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.List;

/**
 * What the cameras of a site have seen in the last hours, of all vehicles.
 *
 * @param passes sorted by time
 * @param newest newest time known, ms
 */
public record SiteFacts(List<Pass> passes, long newest) implements Facts {
    public static final SiteFacts NONE = new SiteFacts(List.of(), Long.MIN_VALUE);

    /** How much older than the newest a pass may be that comes late, ms. */
    static final long LATENESS_MS = 2L * 3_600_000;

    /** How far before a pass those lie that explain it, ms. */
    static final long HISTORY_MS = 4L * 3_600_000;

    public SiteFacts {
        passes = List.copyOf(passes);
    }

    @Override
    public SiteFacts with(Observation observation) {
        if (observation.kind() != Kind.CAPTURE || observation.observedAt().toEpochMilli() < horizon()) {
            return this;
        }
        List<Pass> more = PassBook.with(passes, Pass.of(observation));
        return more == passes
                ? this
                : new SiteFacts(more, more.get(more.size() - 1).at());
    }

    @Override
    public SiteFacts forget(long since) {
        long oldest = Math.min(horizon(), since);
        return oldest == Long.MIN_VALUE
                ? this
                : new SiteFacts(
                        passes.stream()
                                .filter(pass -> pass.at() >= oldest - HISTORY_MS)
                                .toList(),
                        newest);
    }

    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - LATENESS_MS;
    }

    @Override
    public boolean knowsNothing() {
        return passes.isEmpty();
    }
}
