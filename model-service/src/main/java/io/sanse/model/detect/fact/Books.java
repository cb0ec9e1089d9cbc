package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;

/**
 * What a firm writes down beside its waste ledger.
 *
 * @param stock of controlled substances
 * @param rounds of inspection
 * @param weighed what its weigh bridges sent out
 */
public record Books(StockBook stock, RoundBook rounds, WeighedDays weighed) {
    static final Books NONE = new Books(StockBook.NONE, RoundBook.NONE, WeighedDays.NONE);

    public Books {
        // a state written before one of them was kept has none
        stock = stock == null ? StockBook.NONE : stock;
        rounds = rounds == null ? RoundBook.NONE : rounds;
        weighed = weighed == null ? WeighedDays.NONE : weighed;
    }

    /** With one more; the same object when it says nothing. */
    Books with(Observation observation) {
        if (observation.payload() instanceof StockEntry) {
            return changed(stock.with(observation), rounds, weighed);
        }
        if (observation.payload() instanceof Inspection) {
            return changed(stock, rounds.with(observation), weighed);
        }
        return WeighedDays.concerns(observation) ? changed(stock, rounds, weighed.with(observation)) : this;
    }

    /**
     * Without what can no longer matter.
     *
     * @param since beginning of the earliest episode that is not settled, ms
     */
    Books since(long since) {
        return changed(stock.since(since), rounds.recent(), weighed.recent());
    }

    private Books changed(StockBook newStock, RoundBook newRounds, WeighedDays newWeighed) {
        boolean same = newStock == stock && newRounds == rounds && newWeighed == weighed;
        return same ? this : new Books(newStock, newRounds, newWeighed);
    }

    boolean knowsNothing() {
        return stock.knowsNothing()
                && rounds.checks().isEmpty()
                && weighed.days().isEmpty();
    }
}
