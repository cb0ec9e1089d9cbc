package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Waste of a firm that was picked up: of each day in China the first, which shows that the firm works.
 *
 * @param steps sorted by time and id
 */
public record PickUps(List<Observation> steps) {
    static final PickUps NONE = new PickUps(List.of());

    public PickUps {
        steps = List.copyOf(steps);
    }

    /** Whether an observation says that waste of the firm under whose key it travels was picked up. */
    static boolean concerns(Observation observation) {
        return observation.payload() instanceof ManifestStep step
                && step.step() == Step.PICKED_UP
                && observation.subject().id().equals(step.generator());
    }

    /** With one more; the same object when it changes nothing. */
    PickUps with(Observation step) {
        List<Observation> more = new ArrayList<>(steps);
        Observation known = steps.stream()
                .filter(one -> day(one).equals(day(step)))
                .findFirst()
                .orElse(null);
        if (known != null && Manifest.ORDER.compare(known, step) <= 0) {
            return this;
        }
        more.remove(known);
        more.add(step);
        more.sort(Manifest.ORDER);
        return new PickUps(more);
    }

    /** Without those before a time. */
    PickUps since(long oldest) {
        Instant from = Instant.ofEpochMilli(oldest);
        List<Observation> kept =
                steps.stream().filter(step -> !step.observedAt().isBefore(from)).toList();
        return kept.size() == steps.size() ? this : new PickUps(kept);
    }

    private static LocalDate day(Observation step) {
        return step.observedAt().atZone(Nights.ZONE).toLocalDate();
    }
}
