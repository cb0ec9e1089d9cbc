package io.sanse.model.explain;

import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model judged around a time, as it saw it last: late data change what it saw before. */
final class MomentWatch {
    private final long at;
    private final long span;
    private final TreeMap<Long, List<Snapshot>> moments = new TreeMap<>();
    private final Map<Long, Undecided> doubts = new LinkedHashMap<>();

    /**
     * @param at the time asked about, ms
     * @param span what is farther away does not matter, ms
     */
    MomentWatch(long at, long span) {
        this.at = at;
        this.span = span;
    }

    /** An answer of the model's operator, which shows everything from its first moment on. */
    void looked(List<Series> situations) {
        List<Snapshot> shown = situations.stream()
                .flatMap(situation -> situation.snapshots().stream())
                .toList();
        shown.stream().mapToLong(Snapshot::at).min().ifPresent(first -> moments.tailMap(first, true)
                .clear());
        shown.stream().filter(moment -> isNear(moment.at())).forEach(moment -> moments.computeIfAbsent(
                        moment.at(), none -> new ArrayList<>())
                .add(moment));
        situations.stream()
                .flatMap(situation -> situation.undecided().stream())
                .filter(doubt -> isNear(doubt.at()))
                .forEach(doubt -> doubts.put(doubt.at(), doubt));
    }

    boolean isNear(long time) {
        return Math.abs(time - at) <= span;
    }

    /** The nearest, by time. */
    List<Snapshot> nearest(int most) {
        return moments.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(moment -> Math.abs(moment.at() - at)))
                .limit(most)
                .sorted(Comparator.comparingLong(Snapshot::at))
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
