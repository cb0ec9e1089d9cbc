package io.sanse.model.detect.operator.person;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.Details.Qualification;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.PersonFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person who drives or escorts waste is qualified for on that day. One situation per manifest; its moments are the steps under way that name the person: who was only
 * planned has not driven. It is over some time after the last of them.
 */
public final class CrewQualifications implements Operator {
    private static final LocalizedText DRIVER = new LocalizedText("驾驶员", "driver");
    private static final LocalizedText ESCORT = new LocalizedText("押运员", "escort");

    @Override
    public String name() {
        return "crew-qualifications";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.PERSON;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "driver", VariableType.TEXTS,
                "hazardousDriver", VariableType.TEXTS,
                "hazardousEscort", VariableType.TEXTS,
                "quiet", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("person", VariableType.TEXT),
                entry("number", VariableType.TEXT),
                entry("plate", VariableType.TEXT),
                entry("registered", VariableType.FLAG),
                entry("required", VariableType.FLAG),
                entry("holds", VariableType.FLAG),
                entry("valid", VariableType.FLAG),
                entry("hazardous", VariableType.FLAG),
                entry("at", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("role", "problem");
    }

    @Override
    public List<Series> series(Question question) {
        return ((PersonFacts) question.facts())
                .manifests().stream()
                        .map(manifest -> manifest.steps().stream()
                                .filter(CrewQualifications::isUnderWay)
                                .toList())
                        .filter(steps -> !steps.isEmpty())
                        .map(steps -> series(question, steps))
                        .toList();
    }

    private static boolean isUnderWay(Observation step) {
        Step kind = Manifest.content(step).step();
        return kind == Step.PICKED_UP || kind == Step.RECEIVED;
    }

    private static Series series(Question question, List<Observation> steps) {
        String person = question.subject().id();
        List<Snapshot> snapshots = new ArrayList<>();
        for (Observation step : steps) {
            ManifestStep content = Manifest.content(step);
            boolean hazardous = steps.stream()
                    .anyMatch(one -> Boolean.TRUE.equals(Manifest.content(one).hazardous()));
            if (person.equals(content.driver())) {
                String needed = hazardous ? "hazardousDriver" : "driver";
                snapshots.add(snapshot(
                        question, step, new Duty(DRIVER, question.parameters().texts(needed), hazardous)));
            }
            if (person.equals(content.escort())) {
                List<String> needed = hazardous ? question.parameters().texts("hazardousEscort") : List.of();
                snapshots.add(snapshot(question, step, new Duty(ESCORT, needed, hazardous)));
            }
        }
        Observation last = steps.get(steps.size() - 1);
        long over = last.observedAt().toEpochMilli() + question.parameters().ms("quiet");
        return Series.until(over, last.source().feed(), question, snapshots);
    }

    /** What the person does, and the qualifications of which one is needed for it, if any. */
    private record Duty(LocalizedText role, List<String> needed, boolean hazardous) {}

    private static Snapshot snapshot(Question question, Observation step, Duty duty) {
        Entry<Details.Person> person =
                question.world().person(question.subject().id());
        LocalDate day = step.observedAt().atZone(Nights.ZONE).toLocalDate();
        List<Qualification> fitting = person == null
                ? List.of()
                : person.details().qualifications().stream()
                        .filter(one -> duty.needed().contains(one.type()))
                        .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("person", question.subject().id());
        values.put("number", Manifest.content(step).number());
        values.put("plate", Labels.same(Manifest.content(step).plate()).en());
        values.put("registered", person != null);
        values.put("required", !duty.needed().isEmpty());
        values.put("holds", !fitting.isEmpty());
        values.put("valid", fitting.stream().anyMatch(one -> isValid(one, day)));
        values.put("hazardous", duty.hazardous());
        values.put("at", step.observedAt());
        Finding finding =
                finding(question, step, person).names("role", duty.role()).names("problem", problem(person, fitting));
        Instant at = step.observedAt();
        return new Snapshot(at.toEpochMilli(), step.receivedAt().toEpochMilli(), values, finding);
    }

    private static boolean isValid(Qualification one, LocalDate day) {
        return (one.from() == null || !day.isBefore(one.from())) && !day.isAfter(one.until());
    }

    private static LocalizedText problem(Entry<Details.Person> person, List<Qualification> fitting) {
        if (person == null) {
            return new LocalizedText("未登记", "not registered");
        }
        return fitting.stream()
                .map(Qualification::until)
                .max(LocalDate::compareTo)
                .map(until -> new LocalizedText("从业资格有效期至" + until, "qualified until " + until))
                .orElse(new LocalizedText("无相应从业资格", "without the qualification"));
    }

    private static Finding finding(Question question, Observation step, Entry<Details.Person> person) {
        ManifestStep content = Manifest.content(step);
        Finding finding = new Finding(step.observedAt().toEpochMilli())
                .source(content.generator())
                .mentions(Subject.manifest(content.number()))
                .because(EvidenceOf.observation(step));
        if (content.plate() != null) {
            finding.mentions(Subject.vehicle(content.plate()));
        }
        if (content.carrier() != null) {
            finding.mentions(Subject.enterprise(content.carrier()));
        }
        if (person != null) {
            finding.refers("person:" + person.id(), person.version());
        }
        Entry<Details.Enterprise> firm = question.world().enterprise(content.generator());
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + firm.id(), firm.version());
    }
}
