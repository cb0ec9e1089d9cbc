package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.List;

/**
 * What came together about one subject.
 *
 * @param subject about whom
 * @param observations in their order, at least one
 * @param track of a vehicle, or null
 * @param dossier of the subject; null when there is none or when it was not looked up yet
 * @param lastAt time of the track's last report, ms; {@link Long#MIN_VALUE} when there is none
 */
record Group(Subject subject, List<Observation> observations, VehicleTrack track, Dossier dossier, long lastAt) {

    /**
     * Which of the two are known.
     *
     * @param track of a vehicle, or null
     * @param dossier null when there is none or when it was not looked up
     */
    static Group of(Subject subject, List<Observation> observations, VehicleTrack track, Dossier dossier) {
        Fix last = track == null ? null : track.fold().last();
        return new Group(subject, observations, track, dossier, last == null ? Long.MIN_VALUE : last.at());
    }

    /** Whether these are one report, behind all that is known of the track. */
    boolean isNext(List<Fix> fixes) {
        return fixes.size() == 1 && fixes.get(0).at() > lastAt;
    }

    /** A monitor's minutes come often and say nothing to the models: they must not cost the reading of a dossier. */
    boolean concernsModels() {
        return subject.type() != SubjectType.STATION || observations.stream().anyMatch(StationFacts::concerns);
    }

    /** Its position reports. */
    List<Fix> fixes() {
        if (observations.size() == 1) {
            Observation only = observations.get(0);
            return only.payload() instanceof Position ? List.of(Fix.of(only)) : List.of();
        }
        List<Fix> fixes = new ArrayList<>(observations.size());
        for (Observation observation : observations) {
            if (observation.payload() instanceof Position) {
                fixes.add(Fix.of(observation));
            }
        }
        return fixes;
    }

    /** The facts with all of them; the same object when they say nothing new. */
    Facts into(Facts facts) {
        Facts more = facts;
        for (Observation observation : observations) {
            more = more.with(observation);
        }
        return more;
    }
}
