package io.sanse.model.detect.fact;

import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.contract.observation.Observation;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a firm's store, ledger, work and offences.
 *
 * @param lots by name
 * @param ledger when its ledger was written
 * @param pickUps when its waste was picked up
 * @param work what it made, used and declared
 * @param offences that it committed
 * @param newest newest of these, ms
 * @param feed who told of it, or null when nobody has
 * @param books what else it writes down
 */
public record EnterpriseFacts(
        Map<String, Lot> lots,
        LedgerDays ledger,
        PickUps pickUps,
        WorkBook work,
        OffenceBook offences,
        long newest,
        String feed,
        Books books)
        implements Facts, Offender, Tied {
    public static final EnterpriseFacts NONE = new EnterpriseFacts(
            Map.of(), LedgerDays.NONE, PickUps.NONE, WorkBook.NONE, OffenceBook.NONE, Long.MIN_VALUE, null, Books.NONE);

    /** How long an empty lot is kept, ms. */
    static final long KEPT_MS = 400L * 24 * 3_600_000;

    /** How long it is kept when the ledger was written and waste was picked up, ms. */
    static final long DAYS_KEPT_MS = 120L * 24 * 3_600_000;

    public EnterpriseFacts {
        lots = Collections.unmodifiableMap(new TreeMap<>(lots));
        // a state written before these were kept has none
        ledger = ledger == null ? LedgerDays.NONE : ledger;
        pickUps = pickUps == null ? PickUps.NONE : pickUps;
        books = books == null ? Books.NONE : books;
        work = work == null ? WorkBook.NONE : work;
        offences = offences == null ? OffenceBook.NONE : offences;
    }

    @Override
    public EnterpriseFacts with(Observation observation) {
        if (observation.payload() instanceof LedgerEntry entry) {
            return withEntry(observation, entry);
        }
        PickUps picked = PickUps.concerns(observation) ? pickUps.with(observation) : pickUps;
        WorkBook worked = WorkBook.concerns(observation) ? work.with(observation) : work;
        OffenceBook booked = offences.with(observation);
        Books more = books.with(observation);
        if (picked != pickUps || worked != work || booked != offences) {
            return told(new EnterpriseFacts(lots, ledger, picked, worked, booked, newest, feed, more), observation);
        }
        return more == books ? this : new EnterpriseFacts(lots, ledger, pickUps, work, offences, newest, feed, more);
    }

    private EnterpriseFacts withEntry(Observation observation, LedgerEntry entry) {
        LedgerDays days = ledger.with(observation.observedAt().toEpochMilli());
        Map<String, Lot> all = entry.entry() == Entry.PRODUCED ? lots : withMovement(observation, entry);
        WorkBook worked = WorkBook.concerns(observation) ? work.with(observation) : work;
        return days == ledger && all == lots && worked == work
                ? this
                : told(new EnterpriseFacts(all, days, pickUps, worked, offences, newest, feed, books), observation);
    }

    private Map<String, Lot> withMovement(Observation observation, LedgerEntry entry) {
        Lot known = lots.get(entry.lot());
        Lot lot = known == null ? new Lot(entry.lot(), List.of()) : known;
        Lot more = lot.with(Lot.Movement.of(observation, entry));
        if (more == known) {
            return lots;
        }
        Map<String, Lot> all = new TreeMap<>(lots);
        all.put(more.id(), more);
        return all;
    }

    private static EnterpriseFacts told(EnterpriseFacts all, Observation last) {
        long at = last.observedAt().toEpochMilli();
        return new EnterpriseFacts(
                all.lots,
                all.ledger,
                all.pickUps,
                all.work,
                all.offences,
                Math.max(all.newest, at),
                feed(all, at, last.source().feed()),
                all.books);
    }

    /** Of two that tell of the newest moment the same one, whichever came first. */
    private static String feed(EnterpriseFacts all, long at, String last) {
        return at > all.newest || at == all.newest && last.compareTo(all.feed) > 0 ? last : all.feed;
    }

    @Override
    public EnterpriseFacts forget(long since) {
        Books left = books.since(since);
        if (newest == Long.MIN_VALUE) {
            return new EnterpriseFacts(lots, ledger, pickUps, work, offences, newest, feed, left);
        }
        long oldest = Math.min(horizon(), since);
        long oldestDay = Math.min(newest - DAYS_KEPT_MS, since);
        Map<String, Lot> kept = new TreeMap<>(lots);
        kept.values().removeIf(lot -> lot.emptiedAt() < oldest);
        return new EnterpriseFacts(
                kept,
                ledger.since(oldestDay),
                pickUps.since(oldestDay),
                work.since(newest, since),
                offences.since(newest, since),
                newest,
                feed,
                left);
    }

    @Override
    public EnterpriseFacts trimmed(Trim trim) {
        Map<String, Lot> fewer = trimmed(lots, trim);
        WorkBook worked = work.trimmed(trim);
        Books more = books.trimmed(trim);
        return fewer == lots && worked == work && more == books
                ? this
                : new EnterpriseFacts(fewer, ledger, pickUps, worked, offences, newest, feed, more);
    }

    /** Lots go whole: half of its movements would say that something is left of one, or missing. Those go first that are empty for longest, then those of which was heard longest ago. */
    private static Map<String, Lot> trimmed(Map<String, Lot> lots, Trim trim) {
        int movements =
                lots.values().stream().mapToInt(lot -> lot.movements().size()).sum();
        if (movements <= Trim.MOST) {
            return lots;
        }
        List<Lot> leastWanted = lots.values().stream()
                .sorted(Comparator.comparingLong(Lot::emptiedAt)
                        .thenComparingLong(Lot::heardAt)
                        .thenComparing(Lot::id))
                .toList();
        Map<String, Lot> fewer = new TreeMap<>(lots);
        for (Lot lot : leastWanted) {
            if (movements > Trim.MOST) {
                fewer.remove(lot.id());
                movements -= lot.movements().size();
                trim.cut("lot", lot.movements().size());
            }
        }
        return fewer;
    }

    @Override
    public NightBook nights() {
        return books.nights();
    }

    /** Of its store and waste ledger; its other books have their own. */
    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - KEPT_MS;
    }

    @Override
    public boolean knowsNothing() {
        return lots.isEmpty()
                && ledger.times().isEmpty()
                && pickUps.steps().isEmpty()
                && work.knowsNothing()
                && offences.knowsNothing()
                && books.knowsNothing();
    }
}
