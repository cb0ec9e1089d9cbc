package io.sanse.model.detect.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sanse.contract.observation.Observation;
import java.util.List;
import java.util.Set;

/** Steps of the manifests that name a vehicle. Immutable but for what is sorted out once, so not for several threads. */
public final class PaperBook {
    static final PaperBook NONE = new PaperBook(List.of());

    private final List<Observation> steps;
    private List<Manifest> manifests;

    private PaperBook(List<Observation> steps) {
        this.steps = List.copyOf(steps);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PaperBook of(List<Observation> steps) {
        return steps.isEmpty() ? NONE : new PaperBook(steps);
    }

    @JsonValue
    List<Observation> steps() {
        return steps;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** By number; sorted out once, since several models ask for them in turn. */
    List<Manifest> manifests() {
        if (manifests == null) {
            manifests = ManifestBook.manifests(steps);
        }
        return manifests;
    }

    /** The same object when the step is in it. */
    PaperBook with(Observation step) {
        List<Observation> more = ObservationSet.with(steps, step);
        return more == steps ? this : new PaperBook(more);
    }

    /** @param numbers of manifests */
    PaperBook without(Set<String> numbers) {
        return numbers.isEmpty()
                ? this
                : of(steps.stream()
                        .filter(step -> !numbers.contains(ManifestBook.number(step)))
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaperBook book && steps.equals(book.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
