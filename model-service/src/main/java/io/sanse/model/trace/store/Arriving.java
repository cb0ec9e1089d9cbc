package io.sanse.model.trace.store;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.Weighing;
import io.sanse.model.trace.domain.Sight;
import io.sanse.model.trace.domain.SourceHour;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a number of stored observations of vehicles adds to the track store: pure. */
final class Arriving {
    private static final long HOUR_MS = 3_600_000;
    private static final long MINUTE_MS = 60_000;

    /** An hour of a vehicle or of a source. */
    record Hour(String of, int hour) {}

    /** A paper that names a vehicle. */
    record Paper(String vehicle, int hour, String subject) {}

    private final Map<String, Map<Integer, List<Sight>>> sights = new TreeMap<>();
    private final Map<Hour, Long> words = new HashMap<>();
    private final Set<Paper> papers = new LinkedHashSet<>();

    private Arriving() {}

    static Arriving of(Collection<byte[]> frames) {
        Arriving arriving = new Arriving();
        frames.forEach(frame -> ObservationFrames.decode(frame).observations().forEach(arriving::add));
        return arriving;
    }

    private void add(Observation observation) {
        if (observation.subject().type() != SubjectType.VEHICLE) {
            return;
        }
        String vehicle = observation.subject().id();
        long at = observation.observedAt().toEpochMilli();
        int hour = hour(at);
        long minute = 1L << Math.floorMod(at, HOUR_MS) / MINUTE_MS;
        words.merge(new Hour(SourceHour.FEED + observation.source().feed(), hour), minute, (one, other) -> one | other);
        if (observation.payload() instanceof Capture capture) {
            words.merge(new Hour(SourceHour.CAMERA + capture.camera(), hour), minute, (one, other) -> one | other);
        }
        Sight sight = Sight.of(observation);
        if (sight != null) {
            sights.computeIfAbsent(vehicle, none -> new TreeMap<>())
                    .computeIfAbsent(hour, none -> new ArrayList<>())
                    .add(sight);
        }
        if (observation.payload() instanceof ManifestStep || observation.payload() instanceof Weighing) {
            observation.mentions().stream()
                    .filter(subject -> subject.type() == SubjectType.ENTERPRISE || subject.type() == SubjectType.PERSON)
                    .map(Subject::toString)
                    .forEach(subject -> papers.add(new Paper(vehicle, hour, subject)));
        }
    }

    static int hour(long at) {
        return Math.toIntExact(Math.floorDiv(at, HOUR_MS));
    }

    /** By vehicle and hour, in no order within an hour. */
    Map<String, Map<Integer, List<Sight>>> sights() {
        return sights;
    }

    /** The hours of vehicles for which sights have come. */
    List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        sights.forEach((vehicle, byHour) -> byHour.keySet().forEach(hour -> hours.add(new Hour(vehicle, hour))));
        return hours;
    }

    /** The minutes in which each source spoke, as bits. */
    Map<Hour, Long> words() {
        return words;
    }

    Set<Paper> papers() {
        return papers;
    }
}
