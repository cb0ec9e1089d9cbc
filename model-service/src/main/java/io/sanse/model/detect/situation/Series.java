package io.sanse.model.detect.situation;

import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.util.List;

/**
 * A situation over time.
 *
 * @param snapshots the moments at which a condition can change, by time; between two of them nothing does
 * @param end when the situation ended, or null while it lasts, ms
 * @param wakes when the next moments are due though nothing comes
 * @param undecided moments that cannot be judged
 * @param awaitsReport whether the subject's next report has to be looked at, whatever it says
 */
public record Series(
        List<Snapshot> snapshots, Long end, List<Wake> wakes, List<Undecided> undecided, boolean awaitsReport) {
    public Series {
        snapshots = List.copyOf(snapshots);
        wakes = List.copyOf(wakes);
        undecided = List.copyOf(undecided);
    }

    /** A situation that can be judged at all of its moments. */
    public static Series of(List<Snapshot> snapshots, Long end, List<Wake> wakes) {
        return new Series(snapshots, end, wakes, List.of(), false);
    }

    /** Nothing yet, until the vehicle reports again. */
    public static Series awaitingReport() {
        return new Series(List.of(), null, List.of(), List.of(), true);
    }

    /** A situation that is shown as going on until the running hand of a feed's clock has come to {@code over}, ms. */
    public static Series until(long over, String feed, Question question, List<Snapshot> snapshots) {
        return over <= question.clocks().show(feed, Hand.RUNNING)
                ? of(snapshots, over, List.of())
                : of(snapshots, null, List.of(new Wake(feed, Hand.RUNNING, over)));
    }
}
