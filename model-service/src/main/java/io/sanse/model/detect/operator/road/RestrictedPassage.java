package io.sanse.model.detect.operator.road;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Passes of a vehicle through gates that stand in closed zones. Those that follow each other within the length of a trip are one situation; its moments are the
 * passes; it ends with the last of them, once the length of a trip has gone by.
 */
public final class RestrictedPassage implements Operator {
    @Override
    public String name() {
        return "restricted-passage";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.VEHICLE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("capture");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "closedTypes", VariableType.TEXTS,
                "classes", VariableType.TEXTS,
                "trip", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("plate", VariableType.TEXT),
                entry("vehicleClass", VariableType.TEXT),
                entry("truck", VariableType.FLAG),
                entry("gates", VariableType.COUNT),
                entry("passes", VariableType.COUNT),
                entry("nightPasses", VariableType.COUNT),
                entry("back", VariableType.FLAG),
                entry("core", VariableType.FLAG),
                entry("since", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("zone", "camera");
    }

    /** Passes of other cameras it does not look at. */
    @Override
    public boolean minds(Observation capture, Question question) {
        List<String> closed = question.parameters().texts("closedTypes");
        return new RoadView(question.world()).zone(capture.location(), closed) != null;
    }

    @Override
    public List<Series> series(Question question) {
        RoadView view = new RoadView(question.world());
        List<String> closed = question.parameters().texts("closedTypes");
        long trip = question.parameters().ms("trip");
        List<Series> all = new ArrayList<>();
        List<Pass> together = new ArrayList<>();
        for (Pass pass : ((VehicleFacts) question.facts()).passes()) {
            if (view.zone(pass, closed) != null) {
                if (!together.isEmpty() && pass.at() - last(together).at() > trip) {
                    all.add(series(
                            question, List.copyOf(together), last(together).at()));
                    together.clear();
                }
                together.add(pass);
            }
        }
        if (!together.isEmpty()) {
            all.add(series(question, together, null));
        }
        return all;
    }

    private static Pass last(List<Pass> passes) {
        return passes.get(passes.size() - 1);
    }

    /** @param end when it is known to be over, or null */
    private static Series series(Question question, List<Pass> passes, Long end) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 1; i <= passes.size(); i++) {
            snapshots.add(snapshot(question, passes.subList(0, i)));
        }
        Pass last = last(passes);
        long over = last.at() + question.parameters().ms("trip") + 1;
        if (end != null || over <= question.clocks().show(last.feed(), Hand.RUNNING)) {
            return Series.of(snapshots, last.at(), List.of());
        }
        return Series.of(snapshots, null, List.of(new Wake(last.feed(), Hand.RUNNING, over)));
    }

    private static Snapshot snapshot(Question question, List<Pass> passes) {
        RoadView view = new RoadView(question.world());
        Pass last = last(passes);
        Zone zone = view.zone(last, question.parameters().texts("closedTypes"));
        String vehicleClass = view.vehicleClass(last);
        Set<String> gates = new HashSet<>();
        boolean back = false;
        for (Pass pass : passes) {
            back |= !gates.add(pass.camera());
        }
        Map<String, Object> values = new HashMap<>();
        values.put("plate", last.plate());
        values.put("vehicleClass", vehicleClass);
        values.put("truck", question.parameters().texts("classes").contains(vehicleClass));
        values.put("gates", (long) gates.size());
        values.put("passes", (long) passes.size());
        values.put(
                "nightPasses",
                passes.stream().filter(pass -> Nights.contains(pass.at())).count());
        values.put("back", back);
        values.put("core", zone.core());
        values.put("since", Instant.ofEpochMilli(passes.get(0).at()));
        return new Snapshot(last.at(), last.receivedAt(), values, () -> finding(question, passes, zone));
    }

    private static Finding finding(Question question, List<Pass> passes, Zone zone) {
        Finding finding = new Finding(passes.get(0).at());
        new RoadView(question.world()).at(finding, last(passes));
        finding.names("zone", Labels.site(question.world(), zone.id())).refers("zone:" + zone.id(), zone.version());
        passes.forEach(pass -> finding.because(EvidenceOf.pass(pass)));
        return finding;
    }
}
