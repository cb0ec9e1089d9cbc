package io.sanse.model.detect;

import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Wake;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a subject is looked at, and so whose business it is: a model is asked again when a fact of a kind that it reads may have changed, when a time that it waits for has come, or
 * when the report has come that it awaits. Whom it does not concern stands by what was said.
 */
final class Occasion {
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> signatures = new HashSet<>();
    private boolean everybody;

    /** Observations have come. */
    Occasion observed(Collection<Observation> observations) {
        for (Observation observation : observations) {
            switch (observation.kind()) {
                case POSITION, PROGRESS -> {
                    // the track and the clocks tell what these change
                }
                case CAPTURE -> kinds.addAll(List.of("capture", "pass"));
                case READING -> kinds.addAll(List.of("hour", "minute"));
                default -> kinds.add(observation.kind().text());
            }
        }
        return this;
    }

    /** Facts of these kinds may have changed, as {@link io.sanse.model.detect.situation.Operator#facts()} names them. */
    Occasion changed(String... facts) {
        kinds.addAll(List.of(facts));
        return this;
    }

    /** A time has come. */
    Occasion due(Wake wake) {
        return wake.model() == null ? forAll() : asked(List.of(wake.model()));
    }

    /** The models with these signatures are asked whatever has changed. */
    Occasion asked(Collection<String> models) {
        signatures.addAll(models);
        return this;
    }

    /** All models are asked. */
    Occasion forAll() {
        everybody = true;
        return this;
    }

    boolean isForAll() {
        return everybody;
    }

    Set<String> kinds() {
        return kinds;
    }

    Set<String> signatures() {
        return signatures;
    }
}
