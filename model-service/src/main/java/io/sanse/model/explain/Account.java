package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.contract.explain.ModelExplanation.ExplainedDoubt;
import io.sanse.contract.explain.ModelExplanation.ExplainedMoment;
import io.sanse.contract.explain.ModelExplanation.ExplainedWord;
import io.sanse.contract.observation.Observation;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.cases.WatchedOperator;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays what arrives in one partition for one subject, and tells why a model said what it said of a time, or nothing. */
public final class Account {
    private static final Duration NEAR = Duration.ofHours(24);
    private static final int MOST = 20;

    private final Model model;
    private final Subject subject;
    private final Instant at;
    private final MomentWatch watch;
    private final Player player;
    private final Map<UUID, Detection> words = new LinkedHashMap<>();
    private int observations;
    private Instant from;
    private Instant until;

    /**
     * @param model one of those in force
     * @param subject of the type that the model is about
     * @param at the time asked about, event time
     * @param past what decides
     */
    public Account(Model model, Subject subject, Instant at, Past past) {
        this.model = model;
        this.subject = subject;
        this.at = at;
        this.watch = new MomentWatch(at.toEpochMilli(), NEAR.toMillis());
        ModelSet judging = Judging.of(subject, past.inForce());
        List<Model> watched = judging.models().stream()
                .map(each -> each.id().equals(model.id()) ? WatchedOperator.in(each, this::looked) : each)
                .toList();
        this.player = new Player(
                new ModelSet(watched, judging.tracks(), judging.outages(), judging.backlog(), judging.calendar()),
                past.registry(),
                this::said);
    }

    /**
     * What decides, apart from what was observed.
     *
     * @param inForce all models
     * @param registry in the course of time
     */
    public record Past(ModelSet inForce, RegistryCourse registry) {}

    private void looked(Question question, List<Series> situations) {
        Model asked = model.asked(question.parameters());
        watch.looked(asked, situations, moment -> model.judge(subject, moment, question.world()) == asked);
    }

    private void said(Detection word) {
        if (word.model().equals(model.id())) {
            words.put(word.id(), word);
        }
    }

    /** Observations of all subjects, as they came together. */
    public void arrived(Instant when, List<Observation> together) {
        together.stream().filter(one -> one.subject().equals(subject)).forEach(this::count);
        if (!together.isEmpty()) {
            player.play(Recording.Moment.of(subject, when, together));
        }
    }

    private void count(Observation own) {
        Instant time = own.observedAt();
        observations++;
        from = from == null || time.isBefore(from) ? time : from;
        until = until == null || time.isAfter(until) ? time : until;
    }

    /** What has come of it. */
    public ModelExplanation told() {
        List<ExplainedMoment> moments = watch.nearest(MOST).stream()
                .map(judged -> new Telling(judged.model()).moment(judged.snapshot()))
                .toList();
        List<ExplainedDoubt> doubts = watch.doubts(MOST).stream()
                .map(doubt -> new ExplainedDoubt(Instant.ofEpochMilli(doubt.at()), doubt.reason()))
                .toList();
        ExplanationOutcome outcome = outcome(moments, doubts);
        return new ModelExplanation(
                model.id(),
                model.head().version(),
                subject,
                at,
                outcome,
                Telling.sentence(outcome),
                observations,
                from,
                until,
                moments,
                doubts,
                words.values().stream().filter(this::isNear).map(Account::word).toList());
    }

    private ExplanationOutcome outcome(List<ExplainedMoment> moments, List<ExplainedDoubt> doubts) {
        if (words.values().stream().anyMatch(this::covers)) {
            return ExplanationOutcome.FIRED;
        }
        if (observations == 0 || from.isAfter(at.plus(NEAR))) {
            return ExplanationOutcome.NO_DATA;
        }
        if (moments.stream().anyMatch(moment -> moment.missing().size() == 1)) {
            return ExplanationOutcome.NEAR_MISS;
        }
        if (!moments.isEmpty()) {
            return ExplanationOutcome.NOT_FOUND;
        }
        return doubts.isEmpty() ? ExplanationOutcome.NO_SITUATION : ExplanationOutcome.UNDECIDED;
    }

    private boolean covers(Detection word) {
        return word.change() != Change.RETRACTED
                && !word.episodeStart().isAfter(at)
                && (isActive(word) || !word.to().isBefore(at));
    }

    private boolean isNear(Detection word) {
        return !word.episodeStart().isAfter(at.plus(NEAR))
                && (isActive(word) || !word.to().isBefore(at.minus(NEAR)));
    }

    private static boolean isActive(Detection word) {
        return word.change() == Change.RAISED || word.change() == Change.AMENDED;
    }

    private static ExplainedWord word(Detection last) {
        return new ExplainedWord(
                last.id(), last.change(), last.revision(), last.level(), last.episodeStart(), last.to(), last.text());
    }
}
