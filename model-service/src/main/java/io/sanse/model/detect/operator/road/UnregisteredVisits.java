package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Visits to producing firms of a vehicle that the registry does not know. One situation per vehicle; its moments are its comings; it is over some time after the last of them.
 */
public final class UnregisteredVisits implements Operator {
    @Override
    public String name() {
        return "unregistered-visits";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture", "visit");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "producingTypes", VariableType.TEXTS,
                "producingRoles", VariableType.TEXTS,
                "goodsClasses", VariableType.TEXTS,
                "lookAlikes", VariableType.TEXTS,
                "window", VariableType.DURATION,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("visits", VariableType.COUNT),
                entry("goods", VariableType.FLAG),
                entry("misread", VariableType.FLAG),
                entry("vehicleClass", VariableType.TEXT),
                entry("at", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone");
    }

    /** Each capture may tell another class of the vehicle, which all of its visits show. */
    @Override
    public boolean minds(Observation capture, Question question) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        boolean visits = !facts.visits().isEmpty() || !question.sight().open().isEmpty();
        return isUnregistered(question) && (visits || facts.passes().stream().anyMatch(pass -> pass.site() != null));
    }

    @Override
    public boolean minds(Visit visit, Question question) {
        return isUnregistered(question);
    }

    private static boolean isUnregistered(Question question) {
        return question.world().vehicle(question.subject().id()) == null;
    }

    @Override
    public List<Series> series(Question question) {
        if (!isUnregistered(question)) {
            return List.of();
        }
        List<Stay> stays = Stay.in(zone -> isProducing(question, zone), question).stream()
                .sorted(Comparator.comparingLong(Stay::enter))
                .toList();
        if (stays.isEmpty()) {
            return List.of();
        }
        List<Snapshot> snapshots =
                stays.stream().map(stay -> snapshot(question, stay, stays)).toList();
        Stay last = stays.get(stays.size() - 1);
        long over = last.enter() + question.parameters().ms("quiet");
        return List.of(Series.until(over, last.feed(), question, snapshots));
    }

    private static boolean isProducing(Question question, Zone zone) {
        World world = question.world();
        return question.parameters().texts("producingTypes").contains(zone.type())
                && zone.enterprise() != null
                && world.enterprise(zone.enterprise()) != null
                && world.enterprise(zone.enterprise()).details().roles().stream()
                        .anyMatch(question.parameters().texts("producingRoles")::contains);
    }

    private static Snapshot snapshot(Question question, Stay stay, List<Stay> stays) {
        long since = stay.enter() - question.parameters().ms("window");
        List<Stay> counted = stays.stream()
                .filter(other -> other.enter() > since && other.enter() <= stay.enter())
                .toList();
        String vehicleClass = vehicleClass((VehicleFacts) question.facts());
        Map<String, Object> values = new HashMap<>();
        values.put("plate", question.subject().id());
        values.put("visits", (long) counted.size());
        values.put("goods", question.parameters().texts("goodsClasses").contains(vehicleClass));
        values.put("misread", isMisread(question));
        values.put("vehicleClass", vehicleClass);
        values.put("at", Instant.ofEpochMilli(stay.enter()));
        Zone zone = stay.zone();
        Finding finding = new Finding(counted.get(0).enter())
                .at(zone.ring().middle(), zone.division())
                .source(zone.enterprise())
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        for (int i = counted.size() - 1; i >= 0; i--) {
            finding.because(counted.get(i).evidence().get(0));
        }
        return new Snapshot(stay.enter(), Snapshot.DEADLINE, values, finding);
    }

    /** As the last camera that could tell saw it. */
    private static String vehicleClass(VehicleFacts facts) {
        return facts.passes().stream()
                .map(Pass::capture)
                .map(Capture::vehicleClass)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse("–");
    }

    /** Whether a registered vehicle has the plate but for one character that looks alike. */
    private static boolean isMisread(Question question) {
        return LookAlikes.of(question.subject().id(), question.parameters().texts("lookAlikes")).stream()
                .anyMatch(other -> question.world().vehicle(other) != null);
    }
}
