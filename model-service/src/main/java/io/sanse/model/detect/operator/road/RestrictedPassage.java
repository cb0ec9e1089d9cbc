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
        Trip current = new Trip(question, view);
        for (Pass pass : ((VehicleFacts) question.facts()).passes()) {
            Zone zone = view.zone(pass, closed);
            if (zone != null) {
                if (!current.passes.isEmpty() && pass.at() - current.last().at() > trip) {
                    all.add(current.series(true));
                    current = new Trip(question, view);
                }
                current.goesThrough(pass, zone);
            }
        }
        if (!current.passes.isEmpty()) {
            all.add(current.series(false));
        }
        return all;
    }

    /** Passes that follow each other, and what each shows of those so far. */
    private static final class Trip {
        private final Question question;
        private final RoadView view;
        private final List<Pass> passes = new ArrayList<>();
        private final List<Snapshot> snapshots = new ArrayList<>();
        private final Set<String> gates = new HashSet<>();
        private boolean back;
        private long nightPasses;

        Trip(Question question, RoadView view) {
            this.question = question;
            this.view = view;
        }

        Pass last() {
            return passes.get(passes.size() - 1);
        }

        void goesThrough(Pass pass, Zone zone) {
            passes.add(pass);
            back |= !gates.add(pass.camera());
            nightPasses += Nights.contains(pass.at()) ? 1 : 0;
            String vehicleClass = view.vehicleClass(pass);
            Map<String, Object> values = new HashMap<>();
            values.put("plate", pass.plate());
            values.put("vehicleClass", vehicleClass);
            values.put("truck", question.parameters().texts("classes").contains(vehicleClass));
            values.put("gates", (long) gates.size());
            values.put("passes", (long) passes.size());
            values.put("nightPasses", nightPasses);
            values.put("back", back);
            values.put("core", zone.core());
            values.put("since", Instant.ofEpochMilli(passes.get(0).at()));
            int count = passes.size();
            snapshots.add(new Snapshot(
                    pass.at(), pass.receivedAt(), values, () -> finding(question, passes.subList(0, count), zone)));
        }

        /** @param followed by another trip: it is known to be over */
        Series series(boolean followed) {
            Pass last = last();
            long over = last.at() + question.parameters().ms("trip") + 1;
            if (followed || over <= question.clocks().show(last.feed(), Hand.RUNNING)) {
                return Series.of(snapshots, last.at(), List.of());
            }
            return Series.of(snapshots, null, List.of(new Wake(last.feed(), Hand.RUNNING, over)));
        }
    }

    private static Finding finding(Question question, List<Pass> passes, Zone zone) {
        Finding finding = new Finding(passes.get(0).at());
        new RoadView(question.world()).at(finding, passes.get(passes.size() - 1));
        finding.names("zone", Labels.site(question.world(), zone.id())).refers("zone:" + zone.id(), zone.version());
        passes.forEach(pass -> finding.because(EvidenceOf.pass(pass)));
        return finding;
    }
}
