package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A firm's book of controlled substances, and what other firms have written down of deliveries between them. Old entries are added up to one opening for each substance.
 *
 * @param entries sorted by time and id
 * @param openings what there was when the entries begin, by substance
 */
public record StockBook(List<Observation> entries, Map<String, Opening> openings) {
    static final StockBook NONE = new StockBook(List.of(), Map.of());

    /** How much older than the newest an entry may be that comes late, ms. */
    static final long LATENESS_MS = Duration.ofDays(10).toMillis();

    /** How long entries are kept one by one, ms. */
    static final long KEPT_MS = Duration.ofDays(40).toMillis();

    public StockBook {
        entries = List.copyOf(entries);
        openings = Map.copyOf(openings);
    }

    /**
     * What there was.
     *
     * @param at time of the last entry in it, ms
     * @param tonnes t
     * @param counted whether somebody had counted: else it is not known how much there was at first
     */
    public record Opening(long at, double tonnes, boolean counted) {
        public static final Opening UNKNOWN = new Opening(Long.MIN_VALUE, 0, false);

        /** With what an entry says. */
        public Opening with(Observation observation) {
            StockEntry entry = content(observation);
            long moment = observation.observedAt().toEpochMilli();
            return switch (entry.entry()) {
                case COUNTED -> new Opening(moment, entry.tonnes(), true);
                case RECEIVED -> new Opening(moment, tonnes + entry.tonnes(), counted);
                case ISSUED -> new Opening(moment, tonnes - entry.tonnes(), counted);
            };
        }
    }

    /** With one more; the same object when it changes nothing. */
    StockBook with(Observation observation) {
        if (observation.observedAt().toEpochMilli() < horizon()) {
            return this;
        }
        List<Observation> more = ObservationSet.with(entries, observation);
        if (more == entries) {
            return this;
        }
        more.sort(Manifest.ORDER);
        return new StockBook(more, openings);
    }

    /**
     * With entries added up that are settled.
     *
     * @param since beginning of the earliest episode that is not settled, ms
     */
    StockBook since(long since) {
        if (entries.isEmpty()) {
            return this;
        }
        long oldest = Math.min(newest() - KEPT_MS, since);
        int old = 0;
        while (entries.get(old).observedAt().toEpochMilli() < oldest) {
            old++;
        }
        return addedUp(old);
    }

    /** With the oldest added up when there are too many: the balance goes on, but they are no longer held against other firms' entries. */
    StockBook trimmed(Trim trim) {
        return addedUp(entries.size() - trim.last("stock", entries).size());
    }

    /** @param old how many of the oldest entries are added up */
    private StockBook addedUp(int old) {
        if (old == 0) {
            return this;
        }
        Map<String, Opening> sums = new HashMap<>(openings);
        for (Observation entry : entries.subList(0, old)) {
            if (isOwn(entry)) {
                String substance = content(entry).substance();
                sums.put(
                        substance, sums.getOrDefault(substance, Opening.UNKNOWN).with(entry));
            }
        }
        return new StockBook(entries.subList(old, entries.size()), sums);
    }

    /** The firm's own entries of each substance, by time. */
    public Map<String, List<Observation>> own() {
        Map<String, List<Observation>> own = new TreeMap<>();
        for (Observation entry : entries) {
            if (isOwn(entry)) {
                own.computeIfAbsent(content(entry).substance(), none -> new ArrayList<>())
                        .add(entry);
            }
        }
        return own;
    }

    /** What other firms have written down of deliveries to or from the firm, by time. */
    public List<Observation> others() {
        return entries.stream()
                .filter(entry -> !isOwn(entry) && content(entry).document() != null)
                .toList();
    }

    /** The firm's own entries of a delivery that another firm has written down, by time. */
    public List<Observation> counterEntries(Observation other) {
        StockEntry theirs = content(other);
        return entries.stream()
                .filter(entry -> isOwn(entry)
                        && content(entry).entry() != theirs.entry()
                        && content(entry).substance().equals(theirs.substance())
                        && theirs.enterprise().equals(content(entry).other())
                        && Objects.equals(content(entry).document(), theirs.document()))
                .toList();
    }

    /** An entry travels under the keys of both firms. */
    private static boolean isOwn(Observation entry) {
        return content(entry).enterprise().equals(entry.subject().id());
    }

    public static StockEntry content(Observation entry) {
        return (StockEntry) entry.payload();
    }

    private long newest() {
        return entries.get(entries.size() - 1).observedAt().toEpochMilli();
    }

    /** What ended before this time is settled, and so is what has been added up, ms. */
    public long horizon() {
        if (entries.isEmpty()) {
            return Long.MIN_VALUE;
        }
        long addedUp = openings.values().stream().mapToLong(Opening::at).reduce(Long.MIN_VALUE, Math::max);
        return Math.max(newest() - LATENESS_MS, addedUp + 1);
    }

    boolean knowsNothing() {
        return entries.isEmpty() && openings.isEmpty();
    }
}
