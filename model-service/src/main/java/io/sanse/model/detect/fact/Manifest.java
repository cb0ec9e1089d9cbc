package io.sanse.model.detect.fact;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A transfer manifest as its steps tell it, whatever the order in which they came (联单).
 *
 * @param number its number
 * @param steps sorted by time and id
 */
public record Manifest(String number, List<Observation> steps) {
    /** The order in which observations of one subject are read: by event time, then by id. */
    public static final Comparator<Observation> ORDER =
            Comparator.comparing(Observation::observedAt).thenComparing(Observation::id);

    /** @param steps at least one, all of one manifest */
    public static Manifest of(Collection<Observation> steps) {
        List<Observation> sorted = steps.stream().sorted(ORDER).toList();
        return new Manifest(ManifestBook.number(sorted.get(0)), sorted);
    }

    /** The first step of a kind, or null. */
    public Observation first(Step... kinds) {
        for (Observation one : steps) {
            Step step = content(one).step();
            for (Step kind : kinds) {
                if (step == kind) {
                    return one;
                }
            }
        }
        return null;
    }

    /** The last value that a step has told, or null. */
    public <T> T known(Function<ManifestStep, T> field) {
        return knownUntil(Long.MAX_VALUE, field);
    }

    /** The last value told by steps up to a time in ms, or null. */
    public <T> T knownUntil(long at, Function<ManifestStep, T> field) {
        T last = null;
        for (Observation step : steps) {
            T told = step.observedAt().toEpochMilli() <= at ? field.apply(content(step)) : null;
            last = told == null ? last : told;
        }
        return last;
    }

    public static ManifestStep content(Observation step) {
        return (ManifestStep) step.payload();
    }

    /** Whether the truck was bound by this manifest at a time in ms: filed or picked up, and neither received nor ended. */
    public boolean isOpenAt(long at) {
        return openedAt() <= at && at < closedAt();
    }

    /** When it was filed or, without a filing, picked up, ms. */
    public long openedAt() {
        return at(first(Step.FILED, Step.PICKED_UP));
    }

    /** When it was received or ended, or {@link Long#MAX_VALUE}, ms. */
    public long closedAt() {
        return at(first(Step.RECEIVED, Step.CONFIRMED, Step.REJECTED, Step.VOIDED));
    }

    /** When nothing more is to come: confirmed, rejected or voided; or {@link Long#MAX_VALUE}, ms. */
    public long endedAt() {
        return at(first(Step.CONFIRMED, Step.REJECTED, Step.VOIDED));
    }

    private static long at(Observation step) {
        return step == null ? Long.MAX_VALUE : step.observedAt().toEpochMilli();
    }
}
