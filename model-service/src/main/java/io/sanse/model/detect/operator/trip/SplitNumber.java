package io.sanse.model.detect.operator.trip;

import static java.util.Map.entry;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.ManifestFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the steps under one manifest number say of who sends, who receives and which vehicle carries. A truck that is changed before the pick-up is no second document, so vehicles
 * count from there on. One situation per number; its moments are the steps; it ends when the number is voided.
 */
public final class SplitNumber implements Operator {
    @Override
    public String name() {
        return "split-number";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.MANIFEST;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("number", VariableType.TEXT),
                entry("generators", VariableType.COUNT),
                entry("receivers", VariableType.COUNT),
                entry("vehicles", VariableType.COUNT),
                entry("plates", VariableType.TEXT),
                entry("hazardous", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("generatorNames", "receiverNames");
    }

    @Override
    public List<Series> series(Question question) {
        Manifest manifest = ((ManifestFacts) question.facts()).manifest();
        if (manifest == null) {
            return List.of();
        }
        Observation voided = manifest.first(Step.VOIDED);
        Long end = voided == null ? null : (Long) voided.observedAt().toEpochMilli();
        List<Snapshot> snapshots = new ArrayList<>();
        List<Observation> steps = manifest.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (end == null || steps.get(i).observedAt().toEpochMilli() < end) {
                snapshots.add(snapshot(question, manifest.number(), steps.subList(0, i + 1)));
            }
        }
        return List.of(Series.of(snapshots, end, List.of()));
    }

    private static Snapshot snapshot(Question question, String number, List<Observation> steps) {
        Observation moment = steps.get(steps.size() - 1);
        Said said = Said.by(steps);
        Map<String, Object> values = new HashMap<>();
        values.put("number", number);
        values.put("generators", (long) said.generators().size());
        values.put("receivers", (long) said.receivers().size());
        values.put("vehicles", (long) said.plates().size());
        values.put("plates", String.join(", ", said.plates()));
        values.put(
                "hazardous",
                steps.stream()
                        .anyMatch(step ->
                                Boolean.TRUE.equals(Manifest.content(step).hazardous())));
        return new Snapshot(
                moment.observedAt().toEpochMilli(),
                moment.receivedAt().toEpochMilli(),
                values,
                finding(question, steps, said));
    }

    private static Finding finding(Question question, List<Observation> steps, Said said) {
        Finding finding = new Finding(steps.get(0).observedAt().toEpochMilli())
                .names("generatorNames", Labels.enterprises(question.world(), said.generators()))
                .names("receiverNames", Labels.enterprises(question.world(), said.receivers()));
        said.generators().forEach(code -> finding.mentions(Subject.enterprise(code)));
        said.receivers().forEach(code -> finding.mentions(Subject.enterprise(code)));
        said.plates().forEach(plate -> finding.mentions(Subject.vehicle(plate)));
        for (int i = steps.size() - 1; i >= 0; i--) {
            finding.because(EvidenceOf.observation(steps.get(i)));
        }
        Entry<Details.Enterprise> firm = said.generators().isEmpty()
                ? null
                : question.world().enterprise(said.generators().first());
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + firm.id(), firm.version());
    }

    /** Whom the steps name, each once. */
    private record Said(TreeSet<String> generators, TreeSet<String> receivers, TreeSet<String> plates) {
        static Said by(List<Observation> steps) {
            return new Said(
                    named(steps, ManifestStep::generator),
                    named(steps, ManifestStep::receiver),
                    named(steps.stream().filter(Said::isUnderWay).toList(), ManifestStep::plate));
        }

        private static TreeSet<String> named(List<Observation> steps, Function<ManifestStep, String> field) {
            TreeSet<String> named = new TreeSet<>();
            for (Observation step : steps) {
                String one = field.apply(Manifest.content(step));
                if (one != null) {
                    named.add(one);
                }
            }
            return named;
        }

        private static boolean isUnderWay(Observation step) {
            Step kind = Manifest.content(step).step();
            return kind == Step.PICKED_UP || kind == Step.RECEIVED;
        }
    }
}
