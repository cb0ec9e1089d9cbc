package io.sanse.model.detect.operator.store;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry.Act;
import io.sanse.model.detect.fact.StockBook;
import io.sanse.model.detect.fact.StockBook.Opening;
import java.util.ArrayList;
import java.util.List;

/**
 * What a firm's book says of a substance at one of its entries.
 *
 * @param entry the entry
 * @param before what there was by the book until then
 * @param after what there is from then on
 * @param since the entries from the count before on, this one the last
 */
record StockLine(Observation entry, Opening before, Opening after, List<Observation> since) {
    private static final double GRAMS = 1e6;

    /** One for each entry. */
    static List<StockLine> all(List<Observation> entries, Opening opening) {
        List<StockLine> lines = new ArrayList<>();
        List<Observation> since = new ArrayList<>();
        Opening before = opening;
        for (Observation entry : entries) {
            Opening after = before.with(entry);
            since.add(entry);
            lines.add(new StockLine(entry, before, after, List.copyOf(since)));
            if (StockBook.content(entry).entry() == Act.COUNTED) {
                since.clear();
                since.add(entry);
            }
            before = after;
        }
        return lines;
    }

    /** Whether somebody counts, and it is known how much there should be. */
    boolean isCheck() {
        return before.counted() && StockBook.content(entry).entry() == Act.COUNTED;
    }

    /** How much more there is than there should be, t. */
    double surplus() {
        return rounded(after.tonnes() - before.tonnes());
    }

    /** How much is on hand, or 0 while nobody has counted, t. */
    double onHand() {
        return after.counted() ? rounded(after.tonnes()) : 0;
    }

    /** Time of the first entry that it rests on, ms. */
    long from() {
        long first = since.get(0).observedAt().toEpochMilli();
        boolean begins = StockBook.content(since.get(0)).entry() != Act.COUNTED || since.size() == 1;
        return begins && before.at() > Long.MIN_VALUE ? Math.min(first, before.at()) : first;
    }

    /** Books are kept to the gram: what binary fractions add must not cross a limit. */
    static double rounded(double tonnes) {
        return Math.round(tonnes * GRAMS) / GRAMS;
    }
}
