package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.fact.ManifestFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a manifest waits for: its pick-up, its arrival, its confirmation. One situation per wait; its moments are the deadlines that the parameters set. A deadline
 * passes by the running clock of the feed that would have told, or because a later step is known.
 */
final class ManifestDeadlines implements Operator {

    /** What is waited for. */
    private enum Stage {
        PICK_UP("pick-up", new LocalizedText("等待起运", "waiting for pick-up")),
        TRANSPORT("transport", new LocalizedText("运输在途", "under way")),
        CONFIRMATION("confirmation", new LocalizedText("等待接受确认", "waiting for the receiver's confirmation"));

        private final String text;
        private final LocalizedText label;

        Stage(String text, LocalizedText label) {
            this.text = text;
            this.label = label;
        }
    }

    /** A wait: from a step until a later one, or null while it lasts. */
    private record Wait(Stage stage, Manifest manifest, Observation from, Observation until) {
        long start() {
            return from.observedAt().toEpochMilli();
        }

        long end() {
            return until == null ? Long.MAX_VALUE : until.observedAt().toEpochMilli();
        }

        /** Usual duration of the trip in ms, 0 when not known. */
        long usualTrip() {
            Integer minutes = manifest.known(ManifestStep::usualTripMinutes);
            return minutes == null ? 0 : Duration.ofMinutes(minutes).toMillis();
        }
    }

    @Override
    public String name() {
        return "manifest-deadlines";
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
        return Map.of(
                "pickUpWithin", VariableType.DURATION,
                "tripFactor", VariableType.NUMBER,
                "tripAtLeast", VariableType.DURATION,
                "tripAtMost", VariableType.DURATION,
                "confirmWithin", VariableType.COUNT,
                "settle", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("number", VariableType.TEXT),
                entry("stage", VariableType.TEXT),
                entry("since", VariableType.TIME),
                entry("waited", VariableType.DURATION),
                entry("tripRatio", VariableType.NUMBER),
                entry("workingDays", VariableType.COUNT),
                entry("hazardous", VariableType.FLAG),
                entry("plate", VariableType.TEXT));
    }

    @Override
    public Set<String> names() {
        return Set.of("stageName", "generator", "carrier", "receiver");
    }

    @Override
    public List<Series> series(Question question) {
        Manifest manifest = ((ManifestFacts) question.facts()).manifest();
        if (manifest == null) {
            return List.of();
        }
        List<Series> all = new ArrayList<>();
        add(question, Stage.PICK_UP, manifest, List.of(Step.FILED), all);
        add(question, Stage.TRANSPORT, manifest, List.of(Step.FILED, Step.PICKED_UP), all);
        add(question, Stage.CONFIRMATION, manifest, List.of(Step.FILED, Step.PICKED_UP, Step.RECEIVED), all);
        return all;
    }

    /** @param done the steps up to the one from which is waited: any other ends the wait */
    private static void add(Question question, Stage stage, Manifest manifest, List<Step> done, List<Series> all) {
        Observation from = manifest.first(done.get(done.size() - 1));
        if (from != null) {
            Observation until = manifest.steps().stream()
                    .filter(step -> !done.contains(Manifest.content(step).step()))
                    .findFirst()
                    .orElse(null);
            Wait wait = new Wait(stage, manifest, from, until);
            if (wait.start() < wait.end()) {
                all.add(series(question, wait));
            }
        }
    }

    private static Series series(Question question, Wait wait) {
        String feed = wait.from().source().feed();
        long settle = question.parameters().ms("settle");
        long shown = question.clocks().show(feed, Hand.RUNNING);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (long moment : moments(question, wait)) {
            if (wait.until() != null || moment + settle <= shown) {
                snapshots.add(snapshot(question, wait, moment));
            } else if (wakes.isEmpty()) {
                wakes.add(new Wake(feed, Hand.RUNNING, moment + settle));
            }
        }
        return Series.of(snapshots, wait.until() == null ? null : wait.end(), wakes);
    }

    private static TreeSet<Long> moments(Question question, Wait wait) {
        Parameters parameters = question.parameters();
        TreeSet<Long> moments = new TreeSet<>();
        switch (wait.stage()) {
            case PICK_UP -> moments.add(wait.start() + parameters.ms("pickUpWithin") + 1);
            case TRANSPORT -> {
                long usual = Math.round(wait.usualTrip() * parameters.number("tripFactor"));
                moments.add(wait.start() + Math.max(usual, parameters.ms("tripAtLeast")) + 1);
                moments.add(wait.start() + parameters.ms("tripAtMost") + 1);
            }
            case CONFIRMATION ->
                moments.add(question.calendar()
                        .endOf(Instant.ofEpochMilli(wait.start()), parameters.count("confirmWithin"))
                        .toEpochMilli());
        }
        moments.removeIf(moment -> moment >= wait.end());
        return moments;
    }

    private static Snapshot snapshot(Question question, Wait wait, long at) {
        Manifest manifest = wait.manifest();
        long waited = at - wait.start();
        Map<String, Object> values = new HashMap<>();
        values.put("number", manifest.number());
        values.put("stage", wait.stage().text);
        values.put("since", Instant.ofEpochMilli(wait.start()));
        values.put("waited", Duration.ofMillis(waited));
        values.put("tripRatio", wait.usualTrip() == 0 ? 0.0 : (double) waited / wait.usualTrip());
        values.put("workingDays", (long)
                question.calendar().passed(Instant.ofEpochMilli(wait.start()), Instant.ofEpochMilli(at)));
        values.put("hazardous", Boolean.TRUE.equals(manifest.known(ManifestStep::hazardous)));
        values.put("plate", String.valueOf(manifest.known(ManifestStep::plate)));
        return new Snapshot(at, Snapshot.DEADLINE, values, () -> finding(question.world(), wait));
    }

    private static Finding finding(World world, Wait wait) {
        ManifestParties parties = ManifestParties.of(wait.manifest());
        Finding finding = new Finding(wait.start())
                .because(EvidenceOf.observation(wait.from()))
                .because(EvidenceOf.observation(wait.until()))
                .amount(wait.manifest().known(ManifestStep::sentTonnes))
                .names("stageName", wait.stage().label);
        parties.into(finding, world);
        String plate = wait.manifest().known(ManifestStep::plate);
        finding.mentions(plate == null ? null : Subject.vehicle(plate));
        wait.manifest().steps().forEach(step -> finding.because(EvidenceOf.observation(step)));
        String responsible = wait.stage() == Stage.CONFIRMATION ? parties.receiver() : parties.generator();
        return parties.at(finding, world, responsible);
    }
}
