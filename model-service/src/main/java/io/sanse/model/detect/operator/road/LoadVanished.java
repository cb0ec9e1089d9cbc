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
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stays of a vehicle to which it came full and from which it left empty, by cameras or by its terminal's load bits. One situation per stay; its moment is when it left; it is
 * over some time later.
 */
public final class LoadVanished implements Operator {
    @Override
    public String name() {
        return "load-vanished";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture", "visit", "manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("unloadTypes", VariableType.TEXTS, "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("zoneType", VariableType.TEXT),
                entry("core", VariableType.FLAG),
                entry("stayed", VariableType.DURATION),
                entry("enter", VariableType.TIME),
                entry("left", VariableType.TIME),
                entry("unloadsThere", VariableType.FLAG),
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

    /** The way in and the way out of whoever was seen full, and who unloads where others may. */
    @Override
    public boolean minds(Observation capture, Question question) {
        return ((VehicleFacts) question.facts()).passes().isFull() && Stay.minds(zone -> true, question)
                || Stay.minds(zone -> isUnloading(zone, question), question);
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        Zone zone = question.world().zone(visit.zone());
        return isVanished(visit)
                || zone != null
                        && isUnloading(zone, question)
                        && (facts.passes().isFull()
                                || facts.visits().endedAfter(visit.enter()).stream()
                                        .anyMatch(LoadVanished::isVanished));
    }

    private static boolean isVanished(Visit visit) {
        return visit.closed()
                && visit.first().load() == LoadState.FULL
                && visit.after().load() == LoadState.EMPTY;
    }

    private static boolean isUnloading(Zone zone, Question question) {
        return question.parameters().texts("unloadTypes").contains(zone.type());
    }

    private static boolean isVanished(Stay stay) {
        return stay.closed()
                && stay.loads().in() == LoadState.FULL
                && stay.loads().out() == LoadState.EMPTY;
    }

    @Override
    public List<Series> series(Question question) {
        return Stay.in(zone -> true, question).stream()
                .filter(LoadVanished::isVanished)
                .map(stay -> series(question, stay))
                .toList();
    }

    private static Series series(Question question, Stay stay) {
        long over = stay.leave() + question.parameters().ms("quiet");
        return Series.until(over, stay.feed(), question, List.of(snapshot(question, stay)));
    }

    private static boolean unloadsThere(Question question, Stay stay) {
        return Stay.perhapsIn(zone -> isUnloading(zone, question), question).stream()
                .anyMatch(other -> other.enter() <= stay.leave() && (!other.closed() || other.leave() >= stay.enter()));
    }

    private static Snapshot snapshot(Question question, Stay stay) {
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("zoneType", stay.zone().type());
        values.put("core", stay.zone().core());
        values.put("stayed", Duration.ofMillis(stay.leave() - stay.enter()));
        values.put("enter", Instant.ofEpochMilli(stay.enter()));
        values.put("left", Instant.ofEpochMilli(stay.leave()));
        values.put("unloadsThere", unloadsThere(question, stay));
        values.put(
                "manifestOpen",
                ((VehicleFacts) question.facts())
                        .manifests().stream().anyMatch(manifest -> manifest.isOpenAt(stay.enter())));
        values.put("night", Nights.contains(stay.enter()) || Nights.contains(stay.leave()));
        return new Snapshot(stay.leave(), Snapshot.DEADLINE, values, () -> finding(question, stay));
    }

    private static Finding finding(Question question, Stay stay) {
        Zone zone = stay.zone();
        Finding finding = new Finding(stay.enter())
                .at(zone.ring().middle(), zone.division())
                .mentions(Subject.site(zone.id()))
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        stay.evidence().forEach(finding::because);
        RegistryEntry vehicle = question.world().vehicle(question.subject().id());
        return vehicle == null ? finding : finding.refers(vehicle.key(), vehicle.version());
    }
}
