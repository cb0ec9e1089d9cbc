package io.sanse.model.cases;

import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import java.util.ArrayList;
import java.util.List;

/** Plays cases against one model of a set. The others run beside it, as they do in the service. */
public final class CasePlayer {
    private final ModelSet models;
    private final Model model;
    private long observations;

    /** @param model one of the set */
    public CasePlayer(ModelSet models, Model model) {
        this.models = models;
        this.model = model;
    }

    /** @throws ModelFileException when an event of the case is not understood */
    public CaseVerdict judge(ModelCase one) {
        Findings findings = new Findings();
        try {
            play(models, one, findings);
        } catch (IllegalStateException defect) {
            return new CaseVerdict(one, List.of(defect.getMessage() + ": " + defect.getCause()));
        }
        List<Detection> words = findings.words().stream()
                .filter(word -> word.model().equals(model.id()))
                .toList();
        return new CaseVerdict(one, differences(one, findings, words));
    }

    /**
     * What the model looks at and says, in the order of looking.
     *
     * @throws ModelFileException when an event of the case is not understood
     */
    public List<JournalEntry> explain(ModelCase one) {
        Journal journal = new Journal(model);
        List<Model> watched = models.models().stream()
                .map(each -> each.id().equals(model.id()) ? journal.watch(each) : each)
                .toList();
        play(
                new ModelSet(watched, models.tracks(), models.outages(), models.backlog(), models.calendar()),
                one,
                journal);
        return journal.entries();
    }

    /** How many observations the cases had that have been judged. */
    public long observations() {
        return observations;
    }

    private void play(ModelSet models, ModelCase one, DetectionSink sink) {
        observations +=
                play(one, new CaseDetection(models, one.setting().world().world(), sink));
    }

    /**
     * Tells a listener what arrives in a case.
     *
     * @return how many observations that were
     */
    static long play(ModelCase one, CaseListener listener) {
        ModelCase.Setting setting = one.setting();
        CaseRun run = new CaseRun(listener);
        CaseObservations observations = new CaseObservations(setting.world(), setting.subject(), run::arrival);
        CaseScript script = new CaseScript(setting.times(), run, observations);
        one.events().forEach(script::play);
        return script.made();
    }

    private static List<String> differences(ModelCase one, Findings findings, List<Detection> words) {
        List<String> differences = new ArrayList<>();
        List<String> said =
                words.stream().map(word -> show(one.setting().times(), word)).toList();
        if (!said.equals(one.expect())) {
            differences.add("expected " + shown(one.expect()));
            differences.add("said     " + shown(said));
        }
        one.reasons().stream()
                .filter(reason -> !findings.reasons().contains(reason))
                .forEach(reason -> differences.add(
                        "expected the reason " + reason + ", given were " + shown(List.copyOf(findings.reasons()))));
        String sentence =
                words.isEmpty() ? "nothing" : words.get(words.size() - 1).text().en();
        if (one.says() != null && !one.says().equals(sentence)) {
            differences.add("expected the sentence " + one.says());
            differences.add("said                  " + sentence);
        }
        return differences;
    }

    private static String shown(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /** A word as cases write it. */
    public static String show(CaseTime times, Detection word) {
        String aggravations = String.join(
                " ",
                word.aggravations().stream().map(Aggravation::text).sorted().toList());
        return word.change().text() + ' ' + word.level().text() + ' ' + times.format(word.episodeStart()) + " until "
                + times.format(word.to()) + (aggravations.isEmpty() ? "" : " " + aggravations);
    }
}
