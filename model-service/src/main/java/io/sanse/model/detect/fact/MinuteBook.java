package io.sanse.model.detect.fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The dust in the air around a site in the last hours: of each station and five minutes the highest reading.
 *
 * @param all sorted by time and id
 */
public record MinuteBook(List<Minute> all) {
    static final MinuteBook NONE = new MinuteBook(List.of());

    /** How much older than the newest minutes may be that come late, ms. */
    static final long LATENESS_MS = Duration.ofHours(2).toMillis();

    /** How far before a sighting the minutes lie that it is compared with, ms. */
    static final long HISTORY_MS = Duration.ofHours(3).toMillis();

    /** How long a sighting may be shown as going on, ms. */
    public static final long LONGEST_QUIET_MS = Duration.ofHours(2).toMillis();

    private static final long SLOT_MS = Duration.ofMinutes(5).toMillis();

    private static final Comparator<Minute> HIGHEST =
            Comparator.comparingDouble(Minute::dust).thenComparing(Minute::id);

    public MinuteBook {
        all = List.copyOf(all);
    }

    /** With one more; the same object when it changes nothing. */
    MinuteBook with(Minute minute) {
        if (minute.at() < horizon()) {
            return this;
        }
        List<Minute> more = new ArrayList<>(all);
        for (Minute known : all) {
            if (known.station().equals(minute.station())
                    && Math.floorDiv(known.at(), SLOT_MS) == Math.floorDiv(minute.at(), SLOT_MS)) {
                if (HIGHEST.compare(minute, known) <= 0) {
                    return this;
                }
                more.remove(known);
            }
        }
        more.add(minute);
        more.sort(Minute.ORDER);
        return new MinuteBook(more);
    }

    /** Without those that no sighting needs that is still judged. */
    MinuteBook recent() {
        List<Minute> kept = all.stream()
                .filter(minute -> minute.at() >= horizon() - LONGEST_QUIET_MS - HISTORY_MS)
                .toList();
        return kept.size() == all.size() ? this : new MinuteBook(kept);
    }

    /** What ended before this time is settled, ms. */
    public long horizon() {
        return all.isEmpty() ? Long.MIN_VALUE : all.get(all.size() - 1).at() - LATENESS_MS;
    }
}
