package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.rule.Evaluation;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Question.Sight;
import io.sanse.model.detect.situation.Question.Surroundings;
import io.sanse.model.detect.time.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks all models of a subject and brings what was published in line with what they say. */
final class Judge {
    private final Map<SubjectType, Collection<List<Model>>> models = new EnumMap<>(SubjectType.class);

    Judge(ModelSet set) {
        for (SubjectType type : SubjectType.values()) {
            models.put(type, set.of(type));
        }
    }

    /**
     * What came of it.
     *
     * @param dossier as it is now
     * @param words to be published, in order
     * @param awaitsReport whether the subject's next report has to be looked at, whatever it says
     */
    record Verdict(Dossier dossier, List<Detection> words, boolean awaitsReport) {}

    /** Whether any model is about subjects of this type. */
    boolean concerns(SubjectType type) {
        return !models.get(type).isEmpty();
    }

    Verdict judge(Subject subject, Dossier dossier, Sight sight, Surroundings surroundings, Hearing hearing) {
        List<Detection> words = new ArrayList<>();
        List<Detection> kept = new ArrayList<>();
        List<Detection> needing = new ArrayList<>();
        Set<Wake> wakes = new LinkedHashSet<>();
        boolean awaitsReport = false;
        for (List<Model> versions : models.get(subject.type())) {
            Opinion opinion = new Opinion(subject, versions, surroundings.world());
            for (Model model : versions) {
                Question question = new Question(subject, dossier.facts(), sight, surroundings, model.parameters());
                Evaluation evaluation = Evaluation.of(model, question);
                opinion.add(model, evaluation.episodes());
                awaitsReport |= evaluation.awaitsReport();
                wakes.addAll(evaluation.wakes());
                evaluation.undecided().forEach(one -> hearing.sink().undecided(model.id(), subject, one));
            }
            long horizon = opinion.horizon(dossier.facts());
            Reconciliation reconciliation = new Reconciliation(opinion.draft(hearing.now()));
            reconciliation.run(opinion.known(dossier.published()), opinion.episodes(), horizon);
            words.addAll(reconciliation.words());
            List<Detection> unsettled = Dossier.unsettled(reconciliation.kept(), horizon);
            kept.addAll(unsettled);
            needing.addAll(opinion.holdsFacts() ? unsettled : List.of());
        }
        if (dossier.facts().expiry() != null) {
            wakes.add(dossier.facts().expiry());
        }
        Dossier after = new Dossier(dossier.facts(), kept, List.copyOf(wakes)).forgetExplained(needing);
        return new Verdict(after, words, awaitsReport);
    }

    /**
     * Who listens, and when.
     *
     * @param sink is told what cannot be judged
     * @param now wall clock
     */
    record Hearing(DetectionSink sink, Instant now) {}
}
