package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts what came together by subject. All tracks are looked up, and the dossiers of those whom a camera has seen, then the tracks' ends, before the first of them is followed: a city's state is larger than
 * a processor's cache, and so the machine fetches it side by side.
 */
final class Gathering {
    private final Memory memory;
    private final Map<Subject, Group> bySubject = new HashMap<>();

    Gathering(Memory memory) {
        this.memory = memory;
    }

    /** By subject, in the order in which the subjects came. */
    List<Group> of(List<Observation> observations) {
        List<Group> groups = new ArrayList<>(observations.size());
        for (Observation observation : observations) {
            Group group = bySubject.computeIfAbsent(observation.subject(), Group::new);
            if (group.observations().isEmpty()) {
                groups.add(group);
            }
            group.add(observation);
        }
        bySubject.clear();
        for (Group group : groups) {
            group.lookUp(memory);
        }
        for (Group group : groups) {
            group.lookAtEnd();
        }
        return groups;
    }

    /** One observation, tried for itself with what is known of its subject by now. */
    Group alone(Observation observation) {
        Group group = new Group(observation.subject());
        group.add(observation);
        group.lookUp(memory);
        group.lookAtEnd();
        return group;
    }

    /** A vehicle's track, an empty one when nothing is known of it; null of any other subject. */
    static VehicleTrack track(Memory memory, Subject subject) {
        if (subject.type() != SubjectType.VEHICLE) {
            return null;
        }
        VehicleTrack known = memory.track(subject);
        return known == null ? new VehicleTrack() : known;
    }
}
