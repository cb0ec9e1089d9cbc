package io.sanse.model.detect.oracle;

import io.sanse.contract.Level;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What stands at the end about one episode.
 *
 * @param level highest
 * @param start when it began to hold, s
 * @param to when it ended, s; {@link #LASTS} while it lasts
 */
record Told(Level level, long start, long to) {
    static final long LASTS = Long.MAX_VALUE;

    private static final Comparator<Told> ORDER =
            Comparator.comparingLong(Told::start).thenComparingLong(Told::to).thenComparing(Told::level);

    static List<Told> of(Collection<Detection> lastWords) {
        return sorted(lastWords.stream()
                .filter(word -> word.change() != Change.RETRACTED)
                .map(word -> new Told(
                        word.level(),
                        word.episodeStart().getEpochSecond(),
                        word.change() == Change.CLEARED ? word.to().getEpochSecond() : LASTS))
                .toList());
    }

    static List<Told> sorted(Collection<Told> all) {
        return all.stream().sorted(ORDER).toList();
    }

    /** An episode keeps the beginning that it had when it was raised: one that late data move is not compared. */
    static List<Told> withoutStart(Collection<Told> all) {
        return sorted(all.stream().map(one -> new Told(one.level, 0, one.to)).toList());
    }

    /** Stretches that touch are one. */
    static List<Told> merged(Collection<Told> all) {
        List<Told> merged = new ArrayList<>();
        for (Told one : sorted(all)) {
            Told before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && one.start <= before.to) {
                merged.set(
                        merged.size() - 1,
                        new Told(before.level.max(one.level), before.start, Math.max(before.to, one.to)));
            } else {
                merged.add(one);
            }
        }
        return merged;
    }
}
