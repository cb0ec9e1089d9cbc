package io.sanse.model.detect.operator.store;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.StockEntry.Act;
import io.sanse.model.detect.fact.StockBook;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.world.World;
import java.util.Locale;

/** What is wrong with a book of a controlled substance, in words. */
final class StockWords {
    /** What is compared. */
    enum Matter {
        /** What was counted with what should be there. */
        COUNTED,
        /** What was given out with what there was. */
        OVERDRAWN,
        /** What is on hand with the licence. */
        LICENCE,
        /** The own entry of a delivery with the other firm's. */
        COUNTER_ENTRY;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private StockWords() {}

    /** @param should how much there should be, t */
    static LocalizedText of(Matter matter, StockLine line, double should) {
        String substance = StockBook.content(line.entry()).substance();
        String there = tonnes(line.after().tonnes());
        return switch (matter) {
            case COUNTED ->
                new LocalizedText(
                        substance + "盘点" + there + "吨，账面应为" + tonnes(should) + "吨",
                        "counted " + there + " t of " + substance + " where the book says " + tonnes(should) + " t");
            case OVERDRAWN ->
                new LocalizedText(
                        substance + "出库超过库存" + tonnes(-line.after().tonnes()) + "吨",
                        "issued " + tonnes(-line.after().tonnes()) + " t of " + substance + " more than there was");
            case LICENCE ->
                new LocalizedText(
                        substance + "库存" + there + "吨，许可" + tonnes(should) + "吨",
                        there + " t of " + substance + " on hand where " + tonnes(should) + " t are licensed");
            case COUNTER_ENTRY -> throw new IllegalArgumentException("a delivery has its own words");
        };
    }

    /** @param entered what the firm itself has written down of it, t */
    static LocalizedText ofDelivery(World world, Observation other, double entered) {
        StockEntry theirs = StockBook.content(other);
        LocalizedText firm = Labels.enterprise(world, theirs.enterprise());
        String day = other.observedAt().atZone(Nights.ZONE).toLocalDate().toString();
        boolean came = theirs.entry() == Act.ISSUED;
        return new LocalizedText(
                firm.zh() + day + "登记" + (came ? "发出" : "收到") + theirs.substance() + tonnes(theirs.tonnes()) + "吨（单据"
                        + theirs.document() + "），本单位对应" + (came ? "入库" : "出库") + "记录为" + tonnes(entered) + "吨",
                "has entered " + tonnes(entered) + " t of the " + tonnes(theirs.tonnes()) + " t of "
                        + theirs.substance()
                        + " that " + firm.en() + (came ? " sent it on " : " had from it on ") + day + " (document "
                        + theirs.document() + ")");
    }

    private static String tonnes(double tonnes) {
        return String.format(Locale.ROOT, "%.3f", tonnes);
    }
}
