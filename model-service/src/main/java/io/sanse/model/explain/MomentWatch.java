package io.sanse.model.explain;

import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a model judged around a time, as it saw it last: late data change what it saw before. */
final class MomentWatch {
    private final long at;
    private final long span;
    private final TreeMap<Long, List<Judged>> moments = new TreeMap<>();
    private final Map<Long, Undecided> doubts = new LinkedHashMap<>();

    /**
     * @param at the time asked about, ms
     * @param span what is farther away does not matter, ms
     */
    MomentWatch(long at, long span) {
        this.at = at;
        this.span = span;
    }

    /**
     * A moment.
     *
     * @param snapshot what was seen
     * @param model with the parameters by which it was judged
     */
    record Judged(Snapshot snapshot, Model model) {}

    /**
     * An answer of the model's operator to one set of parameters, which shows everything from its first moment on.
     *
     * @param model with this set
     * @param own tells the moments that are judged by it
     */
    void looked(Model model, List<Series> situations, Predicate<Snapshot> own) {
        List<Snapshot> shown = situations.stream()
                .flatMap(situation -> situation.snapshots().stream())
                .toList();
        shown.stream().mapToLong(Snapshot::at).min().ifPresent(first -> forget(model, first));
        shown.stream()
                .filter(moment -> isNear(moment.at()) && own.test(moment))
                .forEach(moment -> moments.computeIfAbsent(moment.at(), none -> new ArrayList<>())
                        .add(new Judged(moment, model)));
        situations.stream()
                .flatMap(situation -> situation.undecided().stream())
                .filter(doubt -> isNear(doubt.at()))
                .forEach(doubt -> doubts.put(doubt.at(), doubt));
    }

    private void forget(Model model, long since) {
        var later = moments.tailMap(since, true);
        later.values().forEach(judged -> judged.removeIf(one -> one.model() == model));
        later.values().removeIf(List::isEmpty);
    }

    boolean isNear(long time) {
        return Math.abs(time - at) <= span;
    }

    /** The nearest, by time. */
    List<Judged> nearest(int most) {
        return moments.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(
                        moment -> Math.abs(moment.snapshot().at() - at)))
                .limit(most)
                .sorted(Comparator.comparingLong(moment -> moment.snapshot().at()))
                .toList();
    }

    /** The nearest, by time, of those that were not judged later after all. */
    List<Undecided> doubts(int most) {
        return doubts.values().stream()
                .filter(doubt -> !moments.containsKey(doubt.at()))
                .sorted(Comparator.comparingLong(doubt -> Math.abs(doubt.at() - at)))
                .limit(most)
                .sorted(Comparator.comparingLong(Undecided::at))
                .toList();
    }
}
