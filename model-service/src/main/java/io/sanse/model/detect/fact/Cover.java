package io.sanse.model.detect.fact;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import java.util.List;
import java.util.stream.Stream;

/**
 * From when until when a manifest binds vehicles, as far as its steps have told (有效联单). Steps may come in any order and repeatedly.
 *
 * @param number of the manifest
 * @param plates the vehicles that any of its steps names, sorted, the first four of them: a load that changes trucks is lawful on each
 * @param opened when it was filed or picked up, or {@link Long#MAX_VALUE}, ms
 * @param closed when it was received or ended, or {@link Long#MAX_VALUE}, ms
 * @param told when its last step was made, ms
 */
public record Cover(
        String number,

        @JsonAlias("plate") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> plates,

        long opened,
        long closed,
        long told) {
    /** What is kept must be bounded, whoever writes manifests. */
    private static final int MOST_PLATES = 4;

    public Cover {
        // a state written before several were kept has one or none
        plates = plates == null ? List.of() : List.copyOf(plates);
    }

    /** What a single step says. */
    static Cover of(Observation observation) {
        ManifestStep step = (ManifestStep) observation.payload();
        long at = observation.observedAt().toEpochMilli();
        boolean opens = step.step() == ManifestStep.Step.FILED || step.step() == ManifestStep.Step.PICKED_UP;
        return new Cover(
                step.number(),
                step.plate() == null ? List.of() : List.of(step.plate()),
                opens ? at : Long.MAX_VALUE,
                opens ? Long.MAX_VALUE : at,
                at);
    }

    /** Whether it binds nobody any more. */
    boolean isClosed() {
        return closed != Long.MAX_VALUE;
    }

    /** When it was closed or, while it is not, told of last, ms. */
    long lastWord() {
        return isClosed() ? closed : told;
    }

    /** What both say together; the same object when the other says nothing new. */
    Cover with(Cover other) {
        Cover both = new Cover(
                number,
                Stream.concat(plates.stream(), other.plates.stream())
                        .distinct()
                        .sorted()
                        .limit(MOST_PLATES)
                        .toList(),
                Math.min(opened, other.opened),
                Math.min(closed, other.closed),
                Math.max(told, other.told));
        return both.equals(this) ? this : both;
    }

    /** Whether a vehicle was bound by it at a time in ms. */
    boolean binds(String vehicle, long at) {
        return plates.contains(vehicle) && opened <= at && at < closed;
    }
}
