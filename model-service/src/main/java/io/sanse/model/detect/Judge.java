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
import io.sanse.model.detect.time.Clocks;
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
    /** How long after a time at which a version failed it is asked again, ms. */
    private static final long RETRY_MS = 3_600_000;

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

    /** What has to be said before all that is known of a subject goes: that the words of models that were retired are over. */
    List<Detection> lastWords(Subject subject, Dossier dossier, Instant now) {
        Panel panel = panels.get(subject.type());
        return dossier.published().stream()
                .filter(word -> panel.place(word.model()) < 0 && isLeft(word))
                .map(word -> DetectionDraft.ended(word, now))
                .toList();
    }

    private static boolean isLeft(Detection word) {
        return Dossier.isActive(word) && !Model.isShadow(word.model());
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
                    if (Dossier.isUnsettled(word, Opinion.horizon(versions, dossier.facts()))) {
                        keep(versions, word);
                    }
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

        /** Nobody stands by a retired model's word any more. It is remembered, however long past, so that the next version goes on from it; a shadow has alerted nobody. */
        private void end(Detection word, Instant now) {
            if (isLeft(word)) {
                Detection last = DetectionDraft.ended(word, now);
                words.add(last);
                kept.add(last);
            } else if (!Model.isShadow(word.model()) && isRemembered(word)) {
                kept.add(word);
            }
        }

        private boolean isRemembered(Detection word) {
            long horizon = dossier.facts().horizon();
            return Dossier.isUnsettled(word, horizon) || word.detectedAt().toEpochMilli() >= horizon;
        }

        /** Whether a model is among those that are not asked now; who is no longer a model is not. */
        private boolean isOther(String signature) {
            int place = panel.place(signature);
            return place >= 0 && !asked.get(place);
        }

        void ask(List<Model> versions, Question question, Hearing hearing) {
            Opinion opinion = new Opinion(subject, versions, question.world());
            boolean heard = true;
            for (Model version : versions) {
                heard &= hear(version, opinion, question, hearing);
            }
            reconcile(versions, opinion, heard, hearing);
        }

        /** A version that fails costs nobody else anything: no word of the model is taken back, and it is asked again. */
        private boolean hear(Model version, Opinion opinion, Question question, Hearing hearing) {
            String signature = version.signature();
            try {
                Evaluation evaluation = Evaluation.of(version, question.with(version.parameters()));
                opinion.add(version, evaluation.episodes());
                if (evaluation.awaitsReport()) {
                    await(signature);
                }
                evaluation.wakes().forEach(wake -> wakes.add(wake.of(signature)));
                evaluation.undecided().forEach(one -> hearing.sink().undecided(version.id(), subject, one));
                return true;
            } catch (RuntimeException defect) {
                askAgain(signature, question.clocks());
                hearing.sink().failed(version, subject, defect);
                return false;
            }
        }

        private void await(String signature) {
            if (!awaiting.contains(signature)) {
                awaiting.add(signature);
            }
        }

        /** When it wanted to be; of what was due now an hour later. */
        private void askAgain(String signature, Clocks clocks) {
            if (dossier.awaiting().contains(signature)) {
                await(signature);
            }
            for (Wake wake : dossier.wakes()) {
                if (signature.equals(wake.model())) {
                    long shown = clocks.show(wake.feed(), wake.hand());
                    boolean isDue = clocks.of(wake.feed()) != null && wake.at() <= shown;
                    wakes.add(isDue ? new Wake(wake.feed(), wake.hand(), shown + RETRY_MS, signature) : wake);
                }
            }
        }

        /** @param heard whether all versions have judged */
        private void reconcile(List<Model> versions, Opinion opinion, boolean heard, Hearing hearing) {
            List<Detection> known = opinion.known(dossier.published());
            if (known.isEmpty() && opinion.isEmpty()) {
                return;
            }
            List<Detection> after = new ArrayList<>();
            Reconciliation reconciliation = new Reconciliation(opinion.draft(hearing.now()), heard);
            try {
                reconciliation.run(known, opinion.episodes(), Opinion.toldFrom(versions, dossier.facts()));
                words.addAll(reconciliation.words());
                after.addAll(reconciliation.kept());
                reconciliation.untold().forEach(episode -> hearing.sink()
                        .undecided(versions.get(0).id(), subject, new Undecided(episode.start(), "too-many-episodes")));
            } catch (RuntimeException defect) {
                after.addAll(known);
                hearing.sink().failed(versions.get(0), subject, defect);
            }
            long horizon = Opinion.horizon(versions, dossier.facts());
            for (Detection word : after) {
                if (Dossier.isUnsettled(word, horizon)) {
                    keep(versions, word);
                }
            }
        }

        private void keep(List<Model> versions, Detection unsettled) {
            kept.add(unsettled);
            if (Opinion.holdsFacts(versions)) {
                needing.add(unsettled);
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
