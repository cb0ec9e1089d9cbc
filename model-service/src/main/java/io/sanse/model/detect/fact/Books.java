package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;

/**
 * What a firm writes down beside its waste ledger.
 *
 * @param stock of controlled substances
 */
public record Books(StockBook stock) {
    static final Books NONE = new Books(StockBook.NONE);

    /** With one more; the same object when it says nothing. */
    Books with(Observation observation) {
        if (observation.payload() instanceof StockEntry) {
            StockBook more = stock.with(observation);
            return more == stock ? this : new Books(more);
        }
        return this;
    }

    /**
     * Without what can no longer matter.
     *
     * @param since beginning of the earliest episode that is not settled, ms
     */
    Books since(long since) {
        StockBook kept = stock.since(since);
        return kept == stock ? this : new Books(kept);
    }

    boolean knowsNothing() {
        return stock.knowsNothing();
    }
}
