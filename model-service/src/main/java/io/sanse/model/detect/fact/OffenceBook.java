package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Offence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** Those known at a time in ms, each as the words until then tell it; by number. Revoked ones are none. */
    public List<Known> at(long at) {
        Map<String, Known> known = new TreeMap<>();
        for (Observation word : words) {
            if (word.observedAt().toEpochMilli() <= at) {
                known.merge(content(word).number(), Known.of(word), Known::then);
            }
        }
        return known.values().stream()
                .filter(one -> one.standing() != Offence.Standing.REVOKED)
                .toList();
    }

    /**
     * An offence as it is known.
     *
     * @param committedAt ms
     * @param matter what kind
     * @param standing what the department holds it for
     * @param hazardous whether hazardous waste was dumped
     * @param tonnes t, or null when not known
     * @param words on it, the latest last
     */
    public record Known(
            long committedAt,
            Offence.Matter matter,
            Offence.Standing standing,
            boolean hazardous,
            Double tonnes,
            List<Observation> words) {
        private static Known of(Observation word) {
            Offence said = content(word);
            return new Known(
                    word.observedAt().toEpochMilli(),
                    said.matter(),
                    said.standing(),
                    Boolean.TRUE.equals(said.hazardous()),
                    said.tonnes(),
                    List.of(word));
        }

        private Known then(Known later) {
            List<Observation> all = new ArrayList<>(words);
            all.addAll(later.words);
            boolean said = content(later.words.get(0)).hazardous() != null;
            return new Known(
                    committedAt,
                    later.matter,
                    later.standing,
                    said ? later.hazardous : hazardous,
                    later.tonnes == null ? tonnes : later.tonnes,
                    all);
        }
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
