package io.sanse.model.detect.fact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The clues of a cell and of what lies around it.
 *
 * @param clues sorted by time and id
 */
public record ClueBook(List<Told> clues) {
    static final ClueBook NONE = new ClueBook(List.of());

    private static final long DAY_MS = 24L * 3_600_000;

    /** How much older than the newest a clue may be that comes late, ms. */
    private static final long LATENESS_MS = 7 * DAY_MS;

    /** How far before a clue those lie that explain it, ms. */
    private static final long HISTORY_MS = 31 * DAY_MS;

    /** No more are kept, the newest ones. */
    private static final int MOST = 2_000;

    private static final Comparator<Told> ORDER =
            Comparator.comparingLong(Told::at).thenComparing(Told::id);

    public ClueBook {
        clues = List.copyOf(clues);
    }

    /**
     * A clue.
     *
     * @param id of the observation
     * @param at when it was given, ms
     * @param receivedAt when the platform got it, ms
     * @param feed from where
     * @param place what it is about
     * @param clue what was said
     */
    public record Told(UUID id, long at, long receivedAt, String feed, GeoPoint place, Clue clue) {}

    /** With one more; the same object when it is known, too old, or no clue. */
    ClueBook with(Observation observation) {
        long at = observation.observedAt().toEpochMilli();
        if (!(observation.payload() instanceof Clue clue)
                || at < horizon()
                || clues.stream().anyMatch(known -> known.id().equals(observation.id()))) {
            return this;
        }
        List<Told> more = new ArrayList<>(clues);
        more.add(new Told(
                observation.id(),
                at,
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                observation.location(),
                clue));
        more.sort(ORDER);
        return new ClueBook(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** What ended before this time is settled, ms. */
    public long horizon() {
        return clues.isEmpty() ? Long.MIN_VALUE : clues.get(clues.size() - 1).at() - LATENESS_MS;
    }

    /** Without those that explain nothing any more that is not settled, or that lasts since {@code since}, ms. */
    ClueBook since(long since) {
        long oldest = Math.min(horizon(), since) - HISTORY_MS;
        return clues.isEmpty() || clues.get(0).at() >= oldest
                ? this
                : new ClueBook(
                        clues.stream().filter(clue -> clue.at() >= oldest).toList());
    }
}
