package io.sanse.model.detect;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.time.Wake;
import java.util.List;

/**
 * What is known of a subject and what was said of it. Touched only when a fact changes or a clock asks.
 *
 * @param facts what is known
 * @param published the last word on each episode that is not settled; so that nothing is said twice, whatever dies in between
 * @param wakes when to look again though nothing comes
 */
public record Dossier(Facts facts, List<Detection> published, List<Wake> wakes) {
    public Dossier {
        published = List.copyOf(published);
        wakes = List.copyOf(wakes);
    }

    /** Those that are not settled: episodes that last, or did not end before a time in ms. */
    static List<Detection> unsettled(List<Detection> published, long horizon) {
        return published.stream()
                .filter(detection -> isActive(detection) || detection.to().toEpochMilli() >= horizon)
                .toList();
    }

    /** Without the facts that none of these published words needs any more. */
    Dossier forgetExplained(List<Detection> needing) {
        long since = needing.stream()
                .mapToLong(detection -> Math.min(
                        detection.from().toEpochMilli(),
                        detection.episodeStart().toEpochMilli()))
                .min()
                .orElse(Long.MAX_VALUE);
        return new Dossier(facts.forget(since), published, wakes);
    }

    /** Whether there is nothing to remember. */
    boolean knowsNothing() {
        return published.isEmpty() && wakes.isEmpty() && facts.knowsNothing();
    }

    static boolean isActive(Detection detection) {
        return detection.change() == Change.RAISED || detection.change() == Change.AMENDED;
    }
}
