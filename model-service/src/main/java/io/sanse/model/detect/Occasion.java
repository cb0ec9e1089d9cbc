package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Why a subject is looked at, and so whose business it is: a model is asked again when a fact of a kind that it reads may have changed, when a time that it waits for has come, or
 * when the report has come that it awaits. Whom it does not concern stands by what was said.
 */
final class Occasion {
    private final List<String> kinds = new ArrayList<>(0);
    private final List<Observation> captures = new ArrayList<>(0);
    private final List<Visit> visits = new ArrayList<>(0);
    private final List<String> signatures = new ArrayList<>(0);
    private boolean everybody;

    /** Observations have come; what positions and progress change, the track and the clocks tell. */
    Occasion observed(Collection<Observation> observations) {
        for (Observation observation : observations) {
            switch (observation.kind()) {
                case POSITION -> tied(observation.subject());
                case PROGRESS -> {}
                case CAPTURE -> captures.add(observation);
                case READING -> changed("hour", "minute");
                default -> changed(observation.kind().text());
            }
        }
        return this;
    }

    /** A vehicle's own position is its track's affair. */
    private void tied(Subject subject) {
        if (subject.type() != SubjectType.VEHICLE) {
            changed("presence");
        }
    }

    /** Facts of these kinds may have changed, as {@link io.sanse.model.detect.situation.Operator#facts()} names them. */
    Occasion changed(String... facts) {
        kinds.addAll(List.of(facts));
        return this;
    }

    /** A stay has been confirmed, has become longer or has ended. */
    Occasion stayed(Visit visit) {
        visits.add(visit);
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

    List<String> kinds() {
        return kinds;
    }

    /** What cameras have seen. */
    List<Observation> captures() {
        return captures;
    }

    /** Stays that have been confirmed, have become longer or have ended. */
    List<Visit> visits() {
        return visits;
    }

    List<String> signatures() {
        return signatures;
    }
}
