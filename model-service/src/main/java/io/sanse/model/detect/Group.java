package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.fact.Trim;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.List;

/** What came together about one subject. */
final class Group {
    private final Subject subject;
    private List<Observation> observations;
    private VehicleTrack track;
    private Dossier dossier;
    private long lastAt = Long.MIN_VALUE;

    /** Nothing has come yet. */
    Group(Subject subject) {
        this.subject = subject;
        this.observations = List.of();
    }

    /** One more observation of the subject. */
    void add(Observation observation) {
        if (observations.isEmpty()) {
            observations = List.of(observation);
            return;
        }
        if (observations.size() == 1) {
            observations = new ArrayList<>(observations);
        }
        observations.add(observation);
    }

    /** Looks up what is known of the subject: its track when it is a vehicle, its dossier when a camera has seen it. */
    void lookUp(Memory memory) {
        track = Gathering.track(memory, subject);
        dossier = observations.get(observations.size() - 1).kind() == Kind.CAPTURE ? memory.dossier(subject) : null;
    }

    /** Reads the end of the track. */
    void lookAtEnd() {
        if (track != null) {
            lastAt = track.lastAt();
        }
    }

    /** About whom. */
    Subject subject() {
        return subject;
    }

    /** In their order, at least one. */
    List<Observation> observations() {
        return observations;
    }

    /** Of a vehicle, an empty one when nothing is known of it; else null. */
    VehicleTrack track() {
        return track;
    }

    /** Null when there is none or when it was not looked up. */
    Dossier dossier() {
        return dossier;
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

    /**
     * The facts with all of them; the same object when they say nothing new.
     *
     * @param sink is told what is kept no longer because it would be too many
     */
    Facts into(Facts facts, DetectionSink sink) {
        Facts more = facts;
        for (int i = 0; i < observations.size(); i++) {
            more = more.with(observations.get(i));
        }
        Trim trim = new Trim();
        Facts kept = more.trimmed(trim);
        trim.cut().forEach((book, entries) -> sink.tooMany(subject, book, entries));
        return kept;
    }
}
