package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stays in sensitive zones of a vehicle that is tied to somebody with a record of dumping, as the registry says. One situation per stay, which lasts as long; its moment is when it has lasted
 * for the time given. Who the people are, the words do not say: the entries are among the references.
 */
public final class RecordVisits implements Operator {
    @Override
    public String name() {
        return "record-visits";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("visit", "capture", "manifest", RECORD);
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("stay", VariableType.DURATION, "sensitiveTypes", VariableType.TEXTS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("people", VariableType.COUNT),
                entry("zoneType", VariableType.TEXT),
                entry("core", VariableType.FLAG),
                entry("enter", VariableType.TIME),
                entry("manifestOpen", VariableType.FLAG),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public TrackNeeds needs(Parameters parameters) {
        return new TrackNeeds(List.of(parameters.ms("stay")), List.of(), List.of());
    }

    @Override
    public boolean minds(Observation capture, Question question) {
        return !question.world().recorded(question.subject()).isEmpty();
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return !question.world().recorded(question.subject()).isEmpty();
    }

    @Override
    public List<Series> series(Question question) {
        List<Entry<Details.Person>> people = question.world().recorded(question.subject());
        if (people.isEmpty()) {
            return List.of();
        }
        List<String> types = question.parameters().texts("sensitiveTypes");
        long stay = question.parameters().ms("stay");
        return Stay.in(zone -> types.contains(zone.type()), question).stream()
                .filter(one -> knownMs(one) > stay)
                .map(one ->
                        Series.of(List.of(snapshot(question, one, one.enter() + stay, people)), one.leave(), List.of()))
                .toList();
    }

    /** How long it is known to have lasted; while it lasts, as its track has counted: whom a camera has seen come in may have gone without being seen. */
    private static long knownMs(Stay stay) {
        return stay.closed() ? stay.leave() - stay.enter() : stay.dwellMs();
    }

    private static Snapshot snapshot(Question question, Stay stay, long at, List<Entry<Details.Person>> people) {
        Zone zone = stay.zone();
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("people", (long) people.size());
        values.put("zoneType", zone.type());
        values.put("core", zone.core());
        values.put("enter", Instant.ofEpochMilli(stay.enter()));
        values.put(
                "manifestOpen",
                ((VehicleFacts) question.facts())
                        .manifests().stream().anyMatch(manifest -> manifest.isOpenAt(stay.enter())));
        values.put("night", Nights.contains(stay.enter()) || Nights.contains(at));
        Finding finding = new Finding(stay.enter())
                .at(zone.ring().middle(), zone.division())
                .mentions(Subject.site(zone.id()))
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        stay.evidence().forEach(finding::because);
        people.forEach(person -> finding.refers("person:" + person.id(), person.version()));
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        if (vehicle != null) {
            finding.refers(vehicle.key(), vehicle.version());
        }
        return new Snapshot(at, Snapshot.DEADLINE, values, finding);
    }
}
