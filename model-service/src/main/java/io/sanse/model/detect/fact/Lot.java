package io.sanse.model.detect.fact;

import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A lot of waste in a firm's store.
 *
 * @param id its name in the ledger
 * @param movements into the store and out of it, sorted by time and id
 */
public record Lot(String id, List<Movement> movements) {
    /** Less than this is an empty lot: ledgers round, t. */
    private static final double NOTHING = 0.001;

    private static final Comparator<Movement> ORDER =
            Comparator.comparingLong(Movement::at).thenComparing(Movement::id);

    public Lot {
        movements = List.copyOf(movements);
    }

    /**
     * A movement.
     *
     * @param id of the observation
     * @param at when, ms
     * @param receivedAt when the platform got it, ms
     * @param feed from where
     * @param entry into the store or out of it
     * @param tonnes t
     * @param wasteCode national code, or null
     * @param hazardous hazardous waste, or null
     */
    public record Movement(
            UUID id,
            long at,
            long receivedAt,
            String feed,
            Entry entry,
            double tonnes,
            String wasteCode,
            Boolean hazardous) {
        static Movement of(Observation observation, LedgerEntry entry) {
            return new Movement(
                    observation.id(),
                    observation.observedAt().toEpochMilli(),
                    observation.receivedAt().toEpochMilli(),
                    observation.source().feed(),
                    entry.entry(),
                    entry.tonnes(),
                    entry.wasteCode(),
                    entry.hazardous());
        }

        /** The ledger entry that it was. */
        public LedgerEntry entry(String enterprise, String lot) {
            return new LedgerEntry(entry, enterprise, lot, wasteCode, hazardous, tonnes);
        }
    }

    /** With one more; the same object when it is known. */
    Lot with(Movement movement) {
        if (movements.stream().anyMatch(known -> known.id().equals(movement.id()))) {
            return this;
        }
        List<Movement> more = new ArrayList<>(movements);
        more.add(movement);
        more.sort(ORDER);
        return new Lot(id, more);
    }

    /** The first movement into the store, or null. */
    public Movement stored() {
        return movements.stream()
                .filter(movement -> movement.entry() == Entry.STORED)
                .findFirst()
                .orElse(null);
    }

    /** When nothing was left of it, or {@link Long#MAX_VALUE}, ms. */
    public long emptiedAt() {
        long emptiedAt = Long.MAX_VALUE;
        double left = 0;
        for (Movement movement : movements) {
            left += movement.entry() == Entry.STORED ? movement.tonnes() : -movement.tonnes();
            emptiedAt = left > NOTHING ? Long.MAX_VALUE : Math.min(emptiedAt, movement.at());
        }
        return emptiedAt;
    }

    /** What was left at a time in ms, t. */
    public double tonnesAt(long at) {
        return movements.stream()
                .filter(movement -> movement.at() <= at)
                .mapToDouble(movement -> movement.entry() == Entry.STORED ? movement.tonnes() : -movement.tonnes())
                .sum();
    }

    /** When the platform last heard of it, ms. */
    public long heardAt() {
        return movements.stream().mapToLong(Movement::receivedAt).max().orElse(Long.MIN_VALUE);
    }

    /** Whether it is hazardous waste: as its first movement that tells has it. */
    public boolean hazardous() {
        return movements.stream()
                .map(Movement::hazardous)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(false);
    }
}
