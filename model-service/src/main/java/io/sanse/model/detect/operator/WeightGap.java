package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Weighing;
import io.sanse.contract.observation.Weighing.Side;
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
import io.sanse.model.detect.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The amounts that the two ends of a manifest's trip state. What a weigh bridge measured counts before what the paper says. One situation per manifest; its moments are
 * its steps and weighings, since each may correct an amount. It ends when the manifest is voided.
 */
final class WeightGap implements Operator {
    private static final double ROUNDING = 1e6;

    /** What is known at a moment; amounts in t, null when not known. */
    private record Weights(Double sent, Double received, boolean majorDifference) {
        boolean comparable() {
            return sent != null && received != null;
        }

        double gap() {
            return comparable() ? exact(Math.abs(sent - received)) : 0;
        }

        /** Of what was sent; all of it when nothing was sent and something received. */
        double percent() {
            if (!comparable() || gap() == 0) {
                return 0;
            }
            return sent > 0 ? exact(100 * gap() / sent) : 100;
        }

        /** What is wrong with them, in words: where the receiver has ticked a major difference, that comes first. */
        LocalizedText inWords() {
            String tonnes = String.format(Locale.ROOT, "%.2f", gap());
            String share = String.format(Locale.ROOT, "%.1f", percent());
            LocalizedText difference = new LocalizedText(
                    "相差" + tonnes + "吨（" + share + "%）", "a gap of " + tonnes + " t (" + share + " %)");
            if (!majorDifference) {
                return difference;
            }
            return gap() == 0
                    ? new LocalizedText("接受单位勾选重大差异", "the receiver ticked a major difference")
                    : new LocalizedText(
                            "接受单位勾选重大差异，" + difference.zh(),
                            "the receiver ticked a major difference, " + difference.en());
        }

        /** An amount for people; a dash when it is not known. */
        static LocalizedText shown(Double tonnes) {
            return Labels.same(tonnes == null ? null : String.format(Locale.ROOT, "%.2f", tonnes));
        }

        /** Weights have three decimals: what binary fractions add to them must not cross a limit. */
        private static double exact(double value) {
            return Math.round(value * ROUNDING) / ROUNDING;
        }
    }

    @Override
    public String name() {
        return "weight-gap";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.MANIFEST;
    }

    @Override
    public Set<String> facts() {
        return Set.of("manifest", "weighing");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("number", VariableType.TEXT),
                entry("sentTonnes", VariableType.NUMBER),
                entry("receivedTonnes", VariableType.NUMBER),
                entry("gapTonnes", VariableType.NUMBER),
                entry("gapPercent", VariableType.NUMBER),
                entry("majorDifference", VariableType.FLAG),
                entry("hazardous", VariableType.FLAG),
                entry("plate", VariableType.TEXT));
    }

    @Override
    public Set<String> names() {
        return Set.of("generator", "carrier", "receiver", "sent", "received", "difference");
    }

    @Override
    public List<Series> series(Question question) {
        ManifestFacts facts = (ManifestFacts) question.facts();
        if (facts.manifest() == null) {
            return List.of();
        }
        List<Observation> all = facts.all().stream().sorted(Manifest.ORDER).toList();
        Observation voided = facts.manifest().first(Step.VOIDED);
        long end = voided == null ? Long.MAX_VALUE : at(voided);
        List<Snapshot> snapshots = new ArrayList<>();
        for (Observation moment : all) {
            Weights weights = weights(facts, at(moment));
            if (at(moment) < end && (weights.comparable() || weights.majorDifference())) {
                snapshots.add(snapshot(question, moment, weights));
            }
        }
        return List.of(Series.of(snapshots, voided == null ? null : end, List.of()));
    }

    private static Weights weights(ManifestFacts facts, long at) {
        Manifest manifest = facts.manifest();
        return new Weights(
                weight(facts, at, Side.SENT, ManifestStep::sentTonnes),
                weight(facts, at, Side.RECEIVED, ManifestStep::receivedTonnes),
                Boolean.TRUE.equals(manifest.knownUntil(at, ManifestStep::majorDifference)));
    }

    private static Double weight(ManifestFacts facts, long at, Side side, Function<ManifestStep, Double> paper) {
        return facts.weighings().stream()
                .filter(weighing -> at(weighing) <= at)
                .filter(weighing -> ((Weighing) weighing.payload()).side() == side)
                .max(Manifest.ORDER)
                .map(weighing -> ((Weighing) weighing.payload()).netTonnes())
                .orElseGet(() -> facts.manifest().knownUntil(at, paper));
    }

    private static long at(Observation observation) {
        return observation.observedAt().toEpochMilli();
    }

    private static Snapshot snapshot(Question question, Observation moment, Weights weights) {
        ManifestFacts facts = (ManifestFacts) question.facts();
        Manifest manifest = facts.manifest();
        Map<String, Object> values = new HashMap<>();
        values.put("number", manifest.number());
        values.put("sentTonnes", weights.sent() == null ? 0.0 : weights.sent());
        values.put("receivedTonnes", weights.received() == null ? 0.0 : weights.received());
        values.put("gapTonnes", weights.gap());
        values.put("gapPercent", weights.percent());
        values.put("majorDifference", weights.majorDifference());
        values.put("hazardous", Boolean.TRUE.equals(manifest.known(ManifestStep::hazardous)));
        values.put("plate", String.valueOf(manifest.known(ManifestStep::plate)));
        return new Snapshot(
                at(moment),
                moment.receivedAt().toEpochMilli(),
                values,
                () -> finding(question.world(), facts, weights));
    }

    private static Finding finding(World world, ManifestFacts facts, Weights weights) {
        Manifest manifest = facts.manifest();
        ManifestParties parties = ManifestParties.of(manifest);
        Finding finding = new Finding(at(manifest.steps().get(0)))
                .amount(weights.gap())
                .names("sent", Weights.shown(weights.sent()))
                .names("received", Weights.shown(weights.received()))
                .names("difference", weights.inWords());
        parties.into(finding, world);
        String plate = manifest.known(ManifestStep::plate);
        finding.mentions(plate == null ? null : Subject.vehicle(plate));
        facts.all().stream()
                .sorted(Manifest.ORDER.reversed())
                .forEach(one -> finding.because(EvidenceOf.observation(one)));
        return parties.at(finding, world, parties.receiver());
    }
}
