package io.sanse.model.detect.rule;

import io.sanse.contract.Level;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Wake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a model says about a subject, given its facts and the clocks.
 *
 * @param episodes by start, but those that are apart in the order of their situations
 * @param wakes when to ask again though nothing comes
 * @param undecided what could not be judged, and why
 * @param awaitsReport whether the subject's next report has to be looked at, whatever it says
 */
public record Evaluation(List<Episode> episodes, List<Wake> wakes, List<Undecided> undecided, boolean awaitsReport) {

    /** Why an episode is not told that begins in a {@link ModelSilence}. */
    private static final String SILENCED = "silenced";

    private static final Predicate<Snapshot> ANY = moment -> true;

    /** Asks the model's operator for the situations and judges each moment of them by the parameters of where it lies. */
    public static Evaluation of(Model model, Question question) {
        List<Episode> episodes = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        boolean awaitsReport = false;
        List<Model> judging = model.judging(question.subject());
        for (Model variant : judging) {
            Predicate<Snapshot> own = judging.size() == 1 ? ANY : moment -> isBy(variant, model, moment, question);
            for (Series series : variant.operator().series(question.with(variant.parameters()))) {
                wakes.addAll(series.wakes());
                undecided.addAll(series.undecided());
                awaitsReport |= series.awaitsReport();
                Run run = new Run(
                        variant, own, first -> model.keepsSilentOn(question.subject(), first, question.world()));
                run.judge(series);
                episodes.addAll(run.episodes);
                undecided.addAll(run.silenced);
            }
        }
        if (judging.size() > 1) {
            undecided = new ArrayList<>(undecided.stream().distinct().toList());
        }
        List<Episode> told = model.operator().apart() ? episodes : merged(episodes);
        return new Evaluation(told, wakes, undecided, awaitsReport);
    }

    /** Whether a moment lies where this variant judges. */
    private static boolean isBy(Model variant, Model model, Snapshot moment, Question question) {
        return model.judge(question.subject(), moment, question.world()) == variant;
    }

    /** Situations that overlap make one episode. */
    private static List<Episode> merged(List<Episode> episodes) {
        if (episodes.size() < 2) {
            return episodes;
        }
        List<Episode> merged = new ArrayList<>();
        List<Episode> sorted = new ArrayList<>(episodes);
        sorted.sort(Comparator.comparingLong(Episode::start));
        for (Episode episode : sorted) {
            Episode before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && before.overlaps(episode.start(), episode.start())) {
                merged.set(merged.size() - 1, before.with(episode));
            } else {
                merged.add(episode);
            }
        }
        return merged;
    }

    /** The episode that is being put together while the moments of a series are judged one after the other. */
    private static final class Run {
        private final Model model;
        private final Predicate<Snapshot> own;
        private final Predicate<Snapshot> silent;
        private final List<Episode> episodes = new ArrayList<>();
        private final List<Undecided> silenced = new ArrayList<>(0);
        private Snapshot first;
        private Snapshot last;
        private Level level;

        /**
         * Nothing yet.
         *
         * @param own tells the moments that are the model's to judge, asked only of those in which a condition holds
         * @param silent tells the moments with which nothing begins that is told
         */
        Run(Model model, Predicate<Snapshot> own, Predicate<Snapshot> silent) {
            this.model = model;
            this.own = own;
            this.silent = silent;
        }

        void judge(Series series) {
            List<Snapshot> snapshots = series.snapshots();
            for (int i = 0; i < snapshots.size(); ) {
                int next = i + 1;
                while (next < snapshots.size()
                        && snapshots.get(next).at() == snapshots.get(i).at()) {
                    next++;
                }
                judge(snapshots.subList(i, next));
                i = next;
            }
            finish(series.end());
        }

        /** Several views of one moment: it holds when it holds in one of them. */
        private void judge(List<Snapshot> moment) {
            Snapshot best = null;
            Level found = null;
            for (Snapshot view : moment) {
                Level one = levelOf(view);
                if (one != null && (found == null || one.compareTo(found) > 0)) {
                    best = view;
                    found = one;
                }
            }
            if (best == null) {
                finish(moment.get(0).at());
                return;
            }
            first = first == null ? best : first;
            level = level == null ? found : level.max(found);
            last = best;
        }

        private Level levelOf(Snapshot snapshot) {
            for (LevelRule rule : model.levels()) {
                if (rule.when().of(snapshot.values())) {
                    return own.test(snapshot) ? rule.level() : null;
                }
            }
            return null;
        }

        private void finish(Long end) {
            if (first != null && silent.test(first)) {
                silenced.add(new Undecided(first.at(), SILENCED));
            } else if (first != null) {
                Map<String, Object> values = last.values();
                episodes.add(new Episode(
                        first.at(),
                        last,
                        level,
                        model.scoreOf(values),
                        model.aggravationsOf(values),
                        end,
                        model.parameters()));
            }
            first = null;
            last = null;
            level = null;
        }
    }
}
