package io.sanse.model.detect.operator.trip;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Closed manifests of a vehicle, each with whether the vehicle was at its generator and its receiver. A firm counts as missed only when enough witnesses would have told: the
 * track without a hole, a camera at the gate. One situation per manifest; its moment is some time after it was received; it is over some time later.
 */
public final class GhostTrips implements Operator {
    @Override
    public String name() {
        return "ghost-trips";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest", "visit", "silence", "capture");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "margin", VariableType.DURATION,
                "maxGap", VariableType.DURATION,
                "witnesses", VariableType.COUNT,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("number", VariableType.TEXT),
                entry("generatorMissed", VariableType.FLAG),
                entry("receiverMissed", VariableType.FLAG),
                entry("since", VariableType.TIME),
                entry("until", VariableType.TIME),
                entry("hazardous", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("missed");
    }

    @Override
    public TrackNeeds needs(Parameters parameters) {
        return new TrackNeeds(List.of(), List.of(parameters.ms("maxGap")), List.of());
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        return minds(capture.observedAt().toEpochMilli(), question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return minds(visit.enter(), question);
    }

    /** What begins when the trips are over is no part of them. */
    private static boolean minds(long since, Question question) {
        for (Manifest manifest : ((VehicleFacts) question.facts()).manifests()) {
            Observation received = received(manifest);
            if (received != null
                    && received.observedAt().toEpochMilli()
                                    + question.parameters().ms("margin")
                            >= since) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Series> series(Question question) {
        return closed(question)
                .map(manifest -> series(question, Trip.of(question, manifest)))
                .toList();
    }

    private static Stream<Manifest> closed(Question question) {
        return ((VehicleFacts) question.facts())
                .manifests().stream()
                        .filter(manifest -> received(manifest) != null)
                        .filter(manifest -> manifest.first(Step.REJECTED, Step.VOIDED) == null);
    }

    private static Observation received(Manifest manifest) {
        return manifest.first(Step.RECEIVED, Step.CONFIRMED);
    }

    private static Series series(Question question, Trip trip) {
        String feed = trip.received().source().feed();
        long due = trip.watch().until();
        long over = due + question.parameters().ms("quiet");
        long shown = question.clocks().show(feed, Hand.RUNNING);
        if (shown < due) {
            return Series.of(List.of(), null, List.of(new Wake(feed, Hand.RUNNING, due)));
        }
        List<Undecided> undecided = new ArrayList<>();
        if (trip.isUnseen()) {
            undecided.add(new Undecided(due, "coverage-poor"));
        }
        return new Series(
                List.of(snapshot(question, trip)),
                over <= shown ? (Long) over : null,
                over <= shown ? List.of() : List.of(new Wake(feed, Hand.RUNNING, over)),
                undecided,
                !trip.watch().isOver());
    }

    private static Snapshot snapshot(Question question, Trip trip) {
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("number", trip.manifest().number());
        values.put("generatorMissed", trip.isMissed(trip.generator()));
        values.put("receiverMissed", trip.isMissed(trip.receiver()));
        values.put("since", Instant.ofEpochMilli(trip.watch().from()));
        values.put("until", Instant.ofEpochMilli(trip.watch().until()));
        values.put("hazardous", Boolean.TRUE.equals(trip.manifest().known(ManifestStep::hazardous)));
        return new Snapshot(trip.watch().until(), Snapshot.DEADLINE, values, () -> finding(question, trip));
    }

    private static Finding finding(Question question, Trip trip) {
        Manifest manifest = trip.manifest();
        Finding finding = new Finding(trip.watch().from())
                .amount(manifest.known(ManifestStep::receivedTonnes))
                .source(trip.generator())
                .mentions(trip.receiver() == null ? null : Subject.enterprise(trip.receiver()))
                .mentions(Subject.manifest(manifest.number()))
                .names("missed", trip.missed(question.world()));
        manifest.steps().forEach(step -> finding.because(EvidenceOf.observation(step)));
        trip.watch().fixes().forEach(fix -> finding.because(EvidenceOf.fix(fix)));
        trip.watch().passes().forEach(pass -> finding.because(EvidenceOf.pass(pass)));
        Entry<Details.Enterprise> firm = question.world().enterprise(trip.receiver());
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + firm.id(), firm.version());
    }

    /** What a closed manifest says, and what was seen meanwhile; firms are null when not known. */
    private record Trip(
            Manifest manifest, Observation received, String generator, String receiver, TripWatch watch, int enough) {
        static Trip of(Question question, Manifest manifest) {
            Observation received = GhostTrips.received(manifest);
            Observation left = manifest.first(Step.PICKED_UP);
            long from =
                    (left == null ? manifest.steps().get(0) : left).observedAt().toEpochMilli();
            long margin = question.parameters().ms("margin");
            return new Trip(
                    manifest,
                    received,
                    manifest.known(ManifestStep::generator),
                    manifest.known(ManifestStep::receiver),
                    new TripWatch(question, from - margin, received.observedAt().toEpochMilli() + margin),
                    question.parameters().count("witnesses"));
        }

        boolean isMissed(String firm) {
            return firm != null && !watch.wasAt(firm) && watch.witnesses(firm) >= enough;
        }

        /** Whether it was not seen at one of them, and nobody could have seen it there. */
        boolean isUnseen() {
            return List.of(String.valueOf(generator), String.valueOf(receiver)).stream()
                    .anyMatch(firm -> !watch.wasAt(firm) && watch.witnesses(firm) < enough);
        }

        LocalizedText missed(World world) {
            LocalizedText from = Labels.enterprise(world, generator);
            LocalizedText to = Labels.enterprise(world, receiver);
            if (isMissed(generator) && isMissed(receiver)) {
                return new LocalizedText(
                        "既未到过移出单位" + from.zh() + "，也未到过接受单位" + to.zh(),
                        "neither at " + from.en() + " nor at " + to.en());
            }
            return isMissed(generator)
                    ? new LocalizedText("未到过移出单位" + from.zh(), "never at " + from.en())
                    : new LocalizedText("未到过接受单位" + to.zh(), "never at " + to.en());
        }
    }
}
