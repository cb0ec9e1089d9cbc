package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where vehicles that are tied to somebody were by night in sensitive zones, and which manifests bound them. Of each minute of a vehicle in a square of some 500 m one report is kept and one picture, of each hour no more than twenty of
 * either, those first that show it standing, and the earlier first: a stay shows in its beginning, and who drives about or stands elsewhere before it hides nothing. When more are seen than fit, {@link FullNights} says which are given up.
 *
 * @param seen sorted by time and id
 * @param covers those that bind still first, then those that were closed last
 * @param newest newest hour in which one of the vehicles was seen, ms: of a report that is not kept its hour is known
 * @param settled nights that ended before this are settled, however new they are, ms
 * @param lost end of the newest night of which not everything is kept, or 0, ms
 * @param judged nights that ended before this have been judged for the last time, ms
 */
public record NightBook(List<Seen> seen, List<Cover> covers, long newest, long settled, long lost, long judged) {
    static final NightBook NONE = new NightBook(List.of(), List.of(), Long.MIN_VALUE, 0, 0, 0);

    private static final Comparator<Cover> BINDING_FIRST = Comparator.comparing(Cover::isClosed)
            .thenComparing(Comparator.comparingLong(Cover::lastWord).reversed())
            .thenComparing(Cover::number);

    /** How much older than the newest a report may be that comes late: terminals send what they stored, ms. */
    static final long LATENESS_MS = Duration.ofHours(24).toMillis();

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int MOST_AN_HOUR = 20;

    /** No more are kept: with the longest names a picture takes half a kilobyte, and every look at them reads all. */
    static final int MOST_SEEN = 1_000;

    /** No more are kept; those go first that were closed first. */
    static final int MOST_COVERS = 1_500;

    /** How long a manifest is kept after it was closed, ms. */
    private static final long CLOSED_KEPT_MS = Duration.ofHours(72).toMillis();

    /** How long one that stays open is kept after its last step, ms. */
    private static final long OPEN_KEPT_MS = ManifestFacts.KEPT_MS;

    public NightBook {
        seen = List.copyOf(seen);
        covers = List.copyOf(covers);
    }

    /** With one more; the same object when it says nothing new. */
    NightBook with(Observation observation) {
        if (observation.payload() instanceof ManifestStep step) {
            return binds(step, observation.subject()) ? with(Cover.of(observation)) : this;
        }
        Seen one = Seen.of(observation);
        return one != null && counts(one) ? with(one) : this;
    }

    private boolean counts(Seen one) {
        return one.location() != null && one.mayStand() && Nights.contains(one.at()) && one.at() >= horizon();
    }

    /**
     * A generator or receiver of whose waste another firm is the carrier is told of manifests many of which bind none of its own vehicles: of those only the steps count that name one, which may be its own.
     */
    private static boolean binds(ManifestStep step, Subject told) {
        return step.plate() != null
                || told.type() != SubjectType.ENTERPRISE
                || step.carrier() == null
                || told.id().equals(step.carrier())
                || !told.id().equals(step.generator()) && !told.id().equals(step.receiver());
    }

    private NightBook with(Cover step) {
        List<Cover> more = new ArrayList<>(covers);
        Cover known = covers.stream()
                .filter(one -> one.number().equals(step.number()))
                .findFirst()
                .orElse(null);
        Cover both = known == null ? step : known.with(step);
        if (both == known) {
            return this;
        }
        more.remove(known);
        more.add(both);
        more.sort(BINDING_FIRST);
        return new NightBook(seen, more, newest, settled, lost, judged);
    }

    private NightBook with(Seen one) {
        List<Seen> hour = new ArrayList<>();
        List<Seen> more = new ArrayList<>(seen.size() + 1);
        for (Seen known : seen) {
            (sameSpan(known, one, HOUR_MS) && isLike(known, one) ? hour : more).add(known);
        }
        Seen minute = hour.stream()
                .filter(known -> sameSpan(known, one, MINUTE_MS))
                .findFirst()
                .orElse(null);
        if (minute != null && Seen.STANDING_FIRST.compare(minute, one) <= 0) {
            return this;
        }
        hour.remove(minute);
        hour.add(one);
        hour.sort(Seen.STANDING_FIRST);
        more.addAll(hour.subList(0, Math.min(hour.size(), MOST_AN_HOUR)));
        more.sort(Seen.ORDER);
        long latest = Math.max(newest, Math.floorDiv(one.at(), HOUR_MS) * HOUR_MS);
        return latest == newest && more.equals(seen) ? this : fitting(more, latest);
    }

    /** Nights that are given up stay until what was said of them is settled, too: see {@link #recent()}. */
    private NightBook fitting(List<Seen> more, long latest) {
        if (more.size() <= MOST_SEEN) {
            return new NightBook(more, covers, latest, settled, lost, judged);
        }
        Map<Boolean, List<Seen>> open = more.stream().collect(Collectors.partitioningBy(one -> one.at() >= settled));
        FullNights full = FullNights.of(open.get(true), MOST_SEEN);
        List<Seen> kept = new ArrayList<>(open.get(false));
        kept.addAll(full.kept());
        boolean same = latest == newest && full.lost() <= lost && kept.equals(seen);
        return same
                ? this
                : new NightBook(
                        kept, covers, latest, Math.max(settled, full.settled()), Math.max(lost, full.lost()), judged);
    }

    private static boolean isLike(Seen one, Seen other) {
        return one.plate().equals(other.plate())
                && one.isPicture() == other.isPicture()
                && one.square().equals(other.square());
    }

    private static boolean sameSpan(Seen one, Seen other, long length) {
        return Math.floorDiv(one.at(), length) == Math.floorDiv(other.at(), length);
    }

    /** Without manifests beyond the limit. */
    NightBook trimmed(Trim trim) {
        int more = covers.size() - MOST_COVERS;
        if (more <= 0) {
            return this;
        }
        trim.cut("cover", more);
        return new NightBook(seen, covers.subList(0, MOST_COVERS), newest, settled, lost, judged);
    }

    /** Without nights that are settled and manifests that bind nobody any more, after everything has been judged. */
    NightBook recent() {
        long now = covers.stream().mapToLong(Cover::told).reduce(newest, Math::max);
        List<Seen> left =
                seen.stream().filter(one -> Nights.endOf(one.at()) >= horizon()).toList();
        List<Cover> binding = covers.stream()
                .filter(one -> one.closed() >= now - CLOSED_KEPT_MS && one.told() >= now - OPEN_KEPT_MS)
                .toList();
        long over = Math.max(judged, horizon());
        return left.size() == seen.size() && binding.size() == covers.size() && over == judged
                ? this
                : new NightBook(left, binding, newest, settled, lost, over);
    }

    /** Whether a manifest bound a vehicle at a time in ms. */
    public boolean isCovered(String plate, long at) {
        return covers.stream().anyMatch(cover -> cover.binds(plate, at));
    }

    /** What ended before this time is settled, ms. */
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : Math.max(newest - LATENESS_MS, settled);
    }

    /** When every night is settled though nobody is seen any more; null when nothing is known of one. */
    Wake expiry() {
        if (seen.isEmpty()) {
            return null;
        }
        Seen last = seen.get(seen.size() - 1);
        long dawn = Nights.endOf(last.at());
        return dawn < horizon() ? null : new Wake(last.feed(), Hand.RUNNING, dawn + LATENESS_MS + HOUR_MS);
    }

    /** When that has come. */
    NightBook expired() {
        long dawn = Nights.endOf(seen.get(seen.size() - 1).at());
        return new NightBook(seen, covers, newest, Math.max(settled, dawn + 1), lost, judged);
    }

    /** That nights are settled is known for good: old reports that come again would tell of them again. */
    boolean knowsNothing() {
        return seen.isEmpty() && covers.isEmpty() && settled == 0;
    }
}
