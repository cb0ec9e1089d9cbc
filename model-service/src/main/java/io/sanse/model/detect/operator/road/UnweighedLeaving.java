package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stays of a vehicle where everything that leaves has to be weighed, by cameras or by its track, each with whether a weigh bridge told of it between its coming and some time
 * after its leaving. One situation per stay; its moment is the end of that time, which passes by the running clock; it is over some time later.
 */
public final class UnweighedLeaving implements Operator {
    @Override
    public String name() {
        return "unweighed-leaving";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture", "visit", "weighing");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "weighedTypes", VariableType.TEXTS,
                "within", VariableType.DURATION,
                "settle", VariableType.DURATION,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("weighed", VariableType.FLAG),
                entry("empty", VariableType.FLAG),
                entry("full", VariableType.FLAG),
                entry("left", VariableType.TIME),
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
    public boolean minds(Observation capture, Question question) {
        return Stay.minds(zone -> isWeighed(zone, question), question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        Zone zone = question.world().zone(visit.zone());
        return visit.closed() && zone != null && isWeighed(zone, question);
    }

    private static boolean isWeighed(Zone zone, Question question) {
        return question.parameters().texts("weighedTypes").contains(zone.type());
    }

    @Override
    public List<Series> series(Question question) {
        return Stay.in(zone -> isWeighed(zone, question), question).stream()
                .filter(Stay::closed)
                .map(stay -> series(question, stay))
                .toList();
    }

    private static Series series(Question question, Stay stay) {
        long moment = stay.leave() + question.parameters().ms("within") + 1;
        long due = moment + question.parameters().ms("settle");
        long over = moment + question.parameters().ms("quiet");
        long shown = question.clocks().show(stay.feed(), Hand.RUNNING);
        if (shown < due) {
            return Series.of(List.of(), null, List.of(new Wake(stay.feed(), Hand.RUNNING, due)));
        }
        return Series.until(over, stay.feed(), question, List.of(snapshot(question, stay, moment)));
    }

    private static Snapshot snapshot(Question question, Stay stay, long moment) {
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("weighed", isWeighed(question, stay, moment));
        values.put("empty", stay.loads().out() == LoadState.EMPTY);
        values.put("full", stay.loads().out() == LoadState.FULL);
        values.put("left", Instant.ofEpochMilli(stay.leave()));
        values.put("night", Nights.contains(stay.leave()));
        return new Snapshot(moment, Snapshot.DEADLINE, values, () -> finding(question, stay));
    }

    private static boolean isWeighed(Question question, Stay stay, long moment) {
        return ((VehicleFacts) question.facts())
                .weighings().stream()
                        .map(weighing -> weighing.observedAt().toEpochMilli())
                        .anyMatch(at -> at >= stay.enter() && at < moment);
    }

    private static Finding finding(Question question, Stay stay) {
        Zone zone = stay.zone();
        Finding finding = new Finding(stay.enter())
                .at(zone.ring().middle(), zone.division())
                .source(zone.enterprise())
                .mentions(Subject.site(zone.id()))
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        stay.evidence().forEach(finding::because);
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }
}
