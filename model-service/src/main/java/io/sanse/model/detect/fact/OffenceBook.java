package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Offence;
import java.util.ArrayList;
import java.util.List;

/**
 * What departments have told of somebody's offences, every word on each.
 *
 * @param words sorted by time and id
 */
public record OffenceBook(List<Observation> words) {
    static final OffenceBook NONE = new OffenceBook(List.of());

    /** How long an offence is kept after the last word on it, ms. */
    private static final long KEPT_MS = 1_100L * 24 * 3_600_000;

    /** No more are kept, the newest ones. */
    private static final int MOST = 512;

    public OffenceBook {
        words = List.copyOf(words);
    }

    /** With one more; the same object when it is known or is about something else. */
    OffenceBook with(Observation observation) {
        if (!(observation.payload() instanceof Offence)) {
            return this;
        }
        List<Observation> more = ObservationSet.with(words, observation);
        if (more == words) {
            return this;
        }
        List<Observation> sorted = new ArrayList<>(more);
        sorted.sort(Manifest.ORDER);
        return new OffenceBook(sorted.subList(Math.max(0, sorted.size() - MOST), sorted.size()));
    }

    public static Offence content(Observation word) {
        return (Offence) word.payload();
    }

    /**
     * Without offences on which nothing has been said for long.
     *
     * @param newest newest time known, ms
     * @param since beginning of what is to stay explained, ms
     */
    OffenceBook since(long newest, long since) {
        long oldest = Math.min(newest - KEPT_MS, since);
        List<Observation> kept = words.stream()
                .filter(word -> words.stream()
                        .anyMatch(other ->
                                content(other).number().equals(content(word).number())
                                        && other.observedAt().toEpochMilli() >= oldest))
                .toList();
        return kept.size() == words.size() ? this : new OffenceBook(kept);
    }

    boolean knowsNothing() {
        return words.isEmpty();
    }
}
