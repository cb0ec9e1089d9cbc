package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts what came together by subject. All tracks are looked up, and the dossiers of those whom a camera has seen, then the tracks' last reports, before the first of them is followed: a city's state is larger than
 * a processor's cache, and so the machine fetches it side by side.
 */
final class Gathering {
    private final Memory memory;

    Gathering(Memory memory) {
        this.memory = memory;
    }

    /** By subject, in the order in which the subjects came. */
    List<Group> of(List<Observation> observations) {
        Map<Subject, List<Observation>> bySubject = new LinkedHashMap<>(2 * observations.size());
        for (Observation observation : observations) {
            bySubject
                    .computeIfAbsent(observation.subject(), none -> new ArrayList<>(1))
                    .add(observation);
        }
        List<VehicleTrack> tracks = new ArrayList<>(bySubject.size());
        List<Dossier> dossiers = new ArrayList<>(bySubject.size());
        bySubject.forEach((subject, all) -> {
            tracks.add(track(subject));
            dossiers.add(isSeen(all) ? memory.dossier(subject) : null);
        });
        List<Group> groups = new ArrayList<>(bySubject.size());
        bySubject.forEach((subject, all) -> {
            int place = groups.size();
            groups.add(Group.of(subject, all, tracks.get(place), dossiers.get(place)));
        });
        return groups;
    }

    /** One observation, tried for itself with what is known of its subject by now. */
    Group alone(Observation observation) {
        Subject subject = observation.subject();
        return Group.of(subject, List.of(observation), track(subject), null);
    }

    private static boolean isSeen(List<Observation> observations) {
        return observations.get(observations.size() - 1).kind() == Kind.CAPTURE;
    }

    /** A vehicle's track, an empty one when nothing is known of it; null of any other subject. */
    VehicleTrack track(Subject subject) {
        if (subject.type() != SubjectType.VEHICLE) {
            return null;
        }
        VehicleTrack known = memory.track(subject);
        return known == null ? new VehicleTrack() : known;
    }
}
