package io.sanse.model.explain;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.model.detect.time.OutageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What feeds told while nobody looked at their clocks, in few words that set the clocks the same way: of stretches that follow each other one that spans them all, and the one that was most up
 * to date when it came.
 */
final class ProgressDigest {
    private record Told(Observation lead, Observation newest) {}

    private final OutageRule outages;
    private final Map<String, Told> feeds = new LinkedHashMap<>();
    private final List<Observation> apart = new ArrayList<>();

    ProgressDigest(OutageRule outages) {
        this.outages = outages;
    }

    void add(Observation word) {
        feeds.merge(word.subject().id(), new Told(word, word), (before, now) -> with(before, word));
    }

    private Told with(Told before, Observation word) {
        Observation lead = delay(word).compareTo(delay(before.lead())) < 0 ? word : before.lead();
        if (follows(before.newest(), word)) {
            return new Told(lead, spanning(before.newest(), word));
        }
        apart.add(word);
        return new Told(lead, before.newest());
    }

    private boolean follows(Observation before, Observation word) {
        long hole = Duration.between(before.observedAt(), since(word)).toMillis();
        return !word.observedAt().isBefore(before.observedAt())
                && hole <= outages.longest(word.subject().id());
    }

    private static Duration delay(Observation word) {
        return Duration.between(word.observedAt(), word.receivedAt());
    }

    private static Instant since(Observation word) {
        return ((Progress) word.payload()).since();
    }

    private static Observation spanning(Observation before, Observation word) {
        Instant since = since(before).isBefore(since(word)) ? since(before) : since(word);
        return new Observation(
                word.id(),
                word.source(),
                word.subject(),
                word.mentions(),
                word.observedAt(),
                word.receivedAt(),
                word.location(),
                new Progress(since));
    }

    /** Everything that has been added since the last time. */
    List<Observation> take() {
        List<Observation> words = new ArrayList<>();
        for (Told told : feeds.values()) {
            if (!told.lead().id().equals(told.newest().id())) {
                words.add(told.lead());
            }
            words.add(told.newest());
        }
        words.addAll(apart);
        feeds.clear();
        apart.clear();
        return words;
    }
}
