package io.sanse.model.detect.fact;

import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.contract.observation.Observation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a firm's store.
 *
 * @param lots by name
 * @param newest newest movement, ms
 */
public record EnterpriseFacts(Map<String, Lot> lots, long newest) implements Facts {
    public static final EnterpriseFacts NONE = new EnterpriseFacts(Map.of(), Long.MIN_VALUE);

    /** How long an empty lot is kept, ms. */
    static final long KEPT_MS = 400L * 24 * 3_600_000;

    public EnterpriseFacts {
        lots = Map.copyOf(lots);
    }

    @Override
    public EnterpriseFacts with(Observation observation) {
        if (!(observation.payload() instanceof LedgerEntry entry) || entry.entry() == Entry.PRODUCED) {
            return this;
        }
        long at = observation.observedAt().toEpochMilli();
        Lot known = lots.get(entry.lot());
        Lot lot = known == null
                ? new Lot(entry.lot(), entry.wasteCode(), Boolean.TRUE.equals(entry.hazardous()), List.of())
                : known;
        Lot more = lot.with(new Lot.Movement(
                observation.id(),
                at,
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                entry.entry(),
                entry.tonnes()));
        if (more == known) {
            return this;
        }
        Map<String, Lot> all = new TreeMap<>(lots);
        all.put(more.id(), more);
        return new EnterpriseFacts(all, Math.max(newest, at));
    }

    @Override
    public EnterpriseFacts forget(long since) {
        long oldest = Math.min(horizon(), since);
        Map<String, Lot> kept = new TreeMap<>(lots);
        kept.values().removeIf(lot -> lot.emptiedAt() < oldest);
        return kept.size() == lots.size() ? this : new EnterpriseFacts(kept, newest);
    }

    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - KEPT_MS;
    }

    @Override
    public boolean knowsNothing() {
        return lots.isEmpty();
    }
}
