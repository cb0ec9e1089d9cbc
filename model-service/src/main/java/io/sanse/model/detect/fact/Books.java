package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;

/**
 * What is known of a firm beside its waste ledger.
 *
 * @param stock of controlled substances
 * @param rounds of inspection
 * @param weighed what its weigh bridges sent out
 * @param nights what its vehicles do by night
 */
public record Books(StockBook stock, RoundBook rounds, WeighedDays weighed, NightBook nights) {
    static final Books NONE = new Books(StockBook.NONE, RoundBook.NONE, WeighedDays.NONE, NightBook.NONE);

    public Books {
        // a state written before one of them was kept has none
        stock = stock == null ? StockBook.NONE : stock;
        rounds = rounds == null ? RoundBook.NONE : rounds;
        weighed = weighed == null ? WeighedDays.NONE : weighed;
        nights = nights == null ? NightBook.NONE : nights;
    }

    /** With one more; the same object when it says nothing. */
    Books with(Observation observation) {
        if (observation.payload() instanceof StockEntry) {
            return changed(stock.with(observation), rounds, weighed, nights);
        }
        if (observation.payload() instanceof Inspection) {
            return changed(stock, rounds.with(observation), weighed, nights);
        }
        return WeighedDays.concerns(observation)
                ? changed(stock, rounds, weighed.with(observation), nights)
                : changed(stock, rounds, weighed, nights.with(observation));
    }

    /**
     * Without what can no longer matter.
     *
     * @param since beginning of the earliest episode that is not settled, ms
     */
    Books since(long since) {
        return changed(stock.since(since), rounds.recent(), weighed.recent(), nights.recent());
    }

    Books trimmed(Trim trim) {
        return changed(stock.trimmed(trim), rounds.trimmed(trim), weighed.trimmed(trim), nights.trimmed(trim));
    }

    private Books changed(StockBook newStock, RoundBook newRounds, WeighedDays newWeighed, NightBook newNights) {
        boolean same = newStock == stock && newRounds == rounds && newWeighed == weighed && newNights == nights;
        return same ? this : new Books(newStock, newRounds, newWeighed, newNights);
    }

    boolean knowsNothing() {
        return stock.knowsNothing()
                && rounds.checks().isEmpty()
                && weighed.days().isEmpty()
                && nights.knowsNothing();
    }
}
