package io.sanse.model.detect.rule;

import io.sanse.contract.Level;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Snapshot;
import java.util.EnumSet;
import java.util.Set;

/**
 * A stretch of time in which a model's condition held (预警过程).
 *
 * @param start when it began to hold, ms
 * @param last the snapshot that shows it best: the last one in which it held
 * @param level highest level reached
 * @param score of the last snapshot
 * @param aggravations of the last snapshot
 * @param end when it held no longer, or null while it does, ms
 * @param parameters by which its last snapshot was judged
 */
public record Episode(
        long start,
        Snapshot last,
        Level level,
        int score,
        Set<Aggravation> aggravations,
        Long end,
        Parameters parameters) {
    /** Whether two stretches share a moment. */
    public boolean overlaps(long otherStart, long otherEnd) {
        return start <= otherEnd && otherStart <= (end == null ? Long.MAX_VALUE : end);
    }

    /** One stretch out of two that overlap; the graver one shows it. */
    Episode with(Episode later) {
        Episode shown = later.level.compareTo(level) > 0 ? later : this;
        Long lastEnd = end == null || later.end == null ? null : (Long) Math.max(end, later.end);
        return new Episode(
                start,
                shown.last,
                level.max(later.level),
                shown.score,
                union(aggravations, later.aggravations),
                lastEnd,
                shown.parameters);
    }

    private static Set<Aggravation> union(Set<Aggravation> one, Set<Aggravation> other) {
        Set<Aggravation> all = EnumSet.noneOf(Aggravation.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
