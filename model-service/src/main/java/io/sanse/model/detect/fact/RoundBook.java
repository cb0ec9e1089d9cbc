package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a firm's inspection rounds at which somebody was in the last days.
 *
 * @param checks sorted by time and id
 * @param began time of the first of all, also of those that are forgotten, ms
 */
public record RoundBook(List<Observation> checks, long began) {
    static final RoundBook NONE = new RoundBook(List.of(), Long.MAX_VALUE);

    /** How much older than the newest a check may be that comes late, ms. */
    static final long LATENESS_MS = Duration.ofDays(3).toMillis();

    /** How long a window may be that checks lie in, ms. */
    private static final long WINDOW_MS = Duration.ofDays(1).toMillis();

    public RoundBook {
        checks = List.copyOf(checks);
    }

    /** With one more; the same object when it changes nothing. */
    RoundBook with(Observation check) {
        long at = check.observedAt().toEpochMilli();
        if (at < horizon()) {
            return this;
        }
        List<Observation> more = new ArrayList<>(ObservationSet.with(checks, check));
        if (more.size() == checks.size()) {
            return this;
        }
        more.sort(Manifest.ORDER);
        return new RoundBook(more, Math.min(began, at));
    }

    /** Without those that no window needs which is still judged. */
    RoundBook recent() {
        List<Observation> kept = checks.stream()
                .filter(check -> check.observedAt().toEpochMilli() >= horizon() - WINDOW_MS)
                .toList();
        return kept.size() == checks.size() ? this : new RoundBook(kept, began);
    }

    RoundBook trimmed(Trim trim) {
        List<Observation> fewer = trim.last("inspection", checks);
        return fewer == checks ? this : new RoundBook(fewer, began);
    }

    public static Inspection content(Observation check) {
        return (Inspection) check.payload();
    }

    /** The newest, or null. */
    public Observation newest() {
        return checks.isEmpty() ? null : checks.get(checks.size() - 1);
    }

    /** What ended before this time is settled, ms. */
    public long horizon() {
        return checks.isEmpty() ? Long.MIN_VALUE : newest().observedAt().toEpochMilli() - LATENESS_MS;
    }
}
