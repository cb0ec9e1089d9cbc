package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.rule.Evaluation;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Question.Sight;
import io.sanse.model.detect.situation.Question.Surroundings;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the models whose business it is and brings what was published in line with what they say. */
final class Judge {
    private final Map<SubjectType, Panel> panels = new EnumMap<>(SubjectType.class);

    Judge(ModelSet set) {
        for (SubjectType type : SubjectType.values()) {
            panels.put(type, new Panel(set.of(type)));
        }
    }

    /**
     * What came of it.
     *
     * @param dossier as it is now
     * @param words to be published, in order
     */
    record Verdict(Dossier dossier, List<Detection> words) {}

    /**
     * On whom, and why now.
     *
     * @param subject on whom
     * @param dossier what is known and was said
     * @param occasion why now; who has never looked at this dossier does so on any occasion
     */
    record Case(Subject subject, Dossier dossier, Occasion occasion) {}

    /**
     * Who listens, and when.
     *
     * @param sink is told what cannot be judged
     * @param now wall clock
     */
    record Hearing(DetectionSink sink, Instant now) {}

    /** Whether any model is about subjects of this type. */
    boolean concerns(SubjectType type) {
        return !panels.get(type).isEmpty();
    }

    Verdict judge(Case matter, Sight sight, Surroundings surroundings, Hearing hearing) {
        Panel panel = panels.get(matter.subject().type());
        Dossier dossier = matter.dossier();
        boolean known = dossier.judgedBy() == panel.mark();
        Occasion occasion = known ? matter.occasion() : new Occasion().forAll();
        Question question = new Question(matter.subject(), dossier.facts(), sight, surroundings, null);
        BitSet asked = panel.concerned(occasion, dossier, question);
        if (known && asked.isEmpty() && !dossier.mayForget()) {
            return new Verdict(dossier, List.of());
        }
        Session session = new Session(matter, panel, asked);
        session.keepWhatOthersSaid(hearing.now());
        for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
            session.ask(panel.at(place), question, hearing);
        }
        return session.verdict();
    }

    /** One look at one subject. */
    private static final class Session {
        private final Subject subject;
        private final Dossier dossier;
        private final Panel panel;
        private final BitSet asked;
        private final List<Detection> words = new ArrayList<>();
        private final List<Detection> kept = new ArrayList<>();
        private final List<Detection> needing = new ArrayList<>();
        private final Set<Wake> wakes = new LinkedHashSet<>();
        private final List<String> awaiting = new ArrayList<>();

        Session(Case matter, Panel panel, BitSet asked) {
            this.subject = matter.subject();
            this.dossier = matter.dossier();
            this.panel = panel;
            this.asked = asked;
        }

        void keepWhatOthersSaid(Instant now) {
            for (Detection word : dossier.published()) {
                int place = panel.place(word.model());
                if (place < 0) {
                    end(word, now);
                } else if (!asked.get(place)) {
                    List<Model> versions = panel.at(place);
                    keep(versions, Dossier.unsettled(List.of(word), Opinion.horizon(versions, dossier.facts())));
                }
            }
            for (Wake wake : dossier.wakes()) {
                if (wake.model() != null && isOther(wake.model())) {
                    wakes.add(wake);
                }
            }
            for (String model : dossier.awaiting()) {
                if (isOther(model)) {
                    awaiting.add(model);
                }
            }
        }

        /** Nobody stands by a retired model's word any more. It is remembered, so that the next version goes on from it; a shadow has alerted nobody. */
        private void end(Detection word, Instant now) {
            if (!Model.isShadow(word.model())) {
                Detection last = Dossier.isActive(word) ? DetectionDraft.ended(word, now) : word;
                if (last != word) {
                    words.add(last);
                }
                kept.addAll(Dossier.unsettled(List.of(last), dossier.facts().horizon()));
            }
        }

        /** Whether a model is among those that are not asked now; who is no longer a model is not. */
        private boolean isOther(String signature) {
            int place = panel.place(signature);
            return place >= 0 && !asked.get(place);
        }

        void ask(List<Model> versions, Question question, Hearing hearing) {
            Opinion opinion = new Opinion(subject, versions, question.world());
            for (Model version : versions) {
                hear(version, opinion, question, hearing);
            }
            List<Detection> known = opinion.known(dossier.published());
            if (!known.isEmpty() || !opinion.isEmpty()) {
                reconcile(versions, opinion, known, hearing);
            }
        }

        /** A version that fails costs nobody else anything: its words stand, and it is asked again when it wanted to be. */
        private void hear(Model version, Opinion opinion, Question question, Hearing hearing) {
            String signature = version.signature();
            try {
                Evaluation evaluation = Evaluation.of(version, question.with(version.parameters()));
                opinion.add(version, evaluation.episodes());
                if (evaluation.awaitsReport() && !awaiting.contains(signature)) {
                    awaiting.add(signature);
                }
                evaluation.wakes().forEach(wake -> wakes.add(wake.of(signature)));
                evaluation.undecided().forEach(one -> hearing.sink().undecided(version.id(), subject, one));
            } catch (RuntimeException defect) {
                opinion.fails(version);
                for (Wake wake : dossier.wakes()) {
                    if (signature.equals(wake.model())) {
                        wakes.add(wake);
                    }
                }
                hearing.sink().failed(version, subject, defect);
            }
        }

        private void reconcile(List<Model> versions, Opinion opinion, List<Detection> known, Hearing hearing) {
            long horizon = Opinion.horizon(versions, dossier.facts());
            List<Detection> spared = new ArrayList<>(opinion.ofTheFailed(known));
            List<Detection> judged = new ArrayList<>(known);
            judged.removeAll(spared);
            Reconciliation reconciliation = new Reconciliation(opinion.draft(hearing.now()));
            try {
                reconciliation.run(judged, opinion.episodes(), Opinion.toldFrom(versions, dossier.facts()));
                words.addAll(reconciliation.words());
                spared.addAll(reconciliation.kept());
                reconciliation.untold().forEach(episode -> hearing.sink()
                        .undecided(versions.get(0).id(), subject, new Undecided(episode.start(), "too-many-episodes")));
            } catch (RuntimeException defect) {
                spared.addAll(judged);
                hearing.sink().failed(versions.get(0), subject, defect);
            }
            keep(versions, Dossier.unsettled(spared, horizon));
        }

        private void keep(List<Model> versions, List<Detection> unsettled) {
            kept.addAll(unsettled);
            if (Opinion.holdsFacts(versions)) {
                needing.addAll(unsettled);
            }
        }

        Verdict verdict() {
            if (dossier.facts().expiry() != null) {
                wakes.add(dossier.facts().expiry());
            }
            Dossier after = new Dossier(dossier.facts(), kept, List.copyOf(wakes), awaiting, panel.mark());
            return new Verdict(after.forgetExplained(needing), words);
        }
    }
}
