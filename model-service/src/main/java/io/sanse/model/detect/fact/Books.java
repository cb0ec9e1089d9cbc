package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Inspection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;

/**
 * What a firm writes down beside its waste ledger.
 *
 * @param stock of controlled substances
 * @param rounds of inspection
 */
public record Books(StockBook stock, RoundBook rounds) {
    static final Books NONE = new Books(StockBook.NONE, RoundBook.NONE);

    public Books {
        // a state written before one of them was kept has none
        stock = stock == null ? StockBook.NONE : stock;
        rounds = rounds == null ? RoundBook.NONE : rounds;
    }

    /** With one more; the same object when it says nothing. */
    Books with(Observation observation) {
        if (observation.payload() instanceof StockEntry) {
            return changed(stock.with(observation), rounds);
        }
        if (observation.payload() instanceof Inspection) {
            return changed(stock, rounds.with(observation));
        }
        return this;
    }

    /**
     * Without what can no longer matter.
     *
     * @param since beginning of the earliest episode that is not settled, ms
     */
    Books since(long since) {
        return changed(stock.since(since), rounds.recent());
    }

    private Books changed(StockBook newStock, RoundBook newRounds) {
        return newStock == stock && newRounds == rounds ? this : new Books(newStock, newRounds);
    }

    boolean knowsNothing() {
        return stock.knowsNothing() && rounds.checks().isEmpty();
    }
}
