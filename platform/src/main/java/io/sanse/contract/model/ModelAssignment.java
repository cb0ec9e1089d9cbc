package io.sanse.contract.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which versions of one model judge, and from when on. On the topic {@code models} under the model's id; of two the one with the higher revision is the truth.
 *
 * @param model model id
 * @param revision 1 at first, one more at each change
 * @param turns by their beginning; of those that have begun the last one counts, before the first one the version that ships with the platform judges
 */
public record ModelAssignment(String model, long revision, List<Turn> turns) {
    public ModelAssignment {
        Objects.requireNonNull(model, "model");
        turns = turns.stream().sorted(Comparator.comparing(Turn::effectiveAt)).toList();
    }

    /**
     * Who judges from a moment on.
     *
     * @param effectiveAt moment of the platform's clock: what is received from then on is judged so, on every node
     * @param live judges wherever no canary does; null: the model is retired
     * @param canary judges in some districts instead, or null
     * @param shadow judges everywhere beside the others and raises nothing, or null
     */
    public record Turn(Instant effectiveAt, Version live, Canary canary, Version shadow) {
        public Turn {
            Objects.requireNonNull(effectiveAt, "effectiveAt");
        }
    }

    /**
     * One version.
     *
     * @param number the version's number in the text
     * @param text YAML, as it was tested
     */
    public record Version(int number, String text) {}

    /**
     * A version on trial.
     *
     * @param version what judges
     * @param districts division codes; all that begins with one of them is meant; at least one
     */
    public record Canary(Version version, Set<String> districts) {
        public Canary {
            districts = Set.copyOf(districts);
            if (districts.isEmpty()) {
                throw new IllegalArgumentException("a canary judges in at least one district");
            }
        }
    }
}
