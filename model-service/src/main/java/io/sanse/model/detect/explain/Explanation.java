package io.sanse.model.detect.explain;

import io.sanse.contract.Level;
import io.sanse.contract.detection.Aggravation;
import java.util.List;
import java.util.Set;

/**
 * What a model says of one moment.
 *
 * @param at event time, ms
 * @param level that it finds, or null
 * @param levels its levels in their order, each with its reason; the first that holds is the one found
 * @param score 0–100, or null when no level is found
 * @param aggravations none when no level is found
 */
public record Explanation(
        long at, Level level, List<LevelReason> levels, Integer score, Set<Aggravation> aggravations) {
    public Explanation {
        levels = List.copyOf(levels);
        aggravations = Set.copyOf(aggravations);
    }

    /**
     * Whether a level's condition holds.
     *
     * @param level the level
     * @param reason its condition, taken apart
     */
    public record LevelReason(Level level, Reason reason) {}
}
