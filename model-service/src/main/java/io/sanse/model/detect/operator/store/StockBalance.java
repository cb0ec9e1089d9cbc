package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.StockBook;
import io.sanse.model.detect.fact.StockBook.Opening;
import io.sanse.model.detect.operator.store.StockWords.Matter;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A firm's books of controlled substances. For each substance three situations whose moments are its entries: what is counted against what should be there; what is given out
 * beyond what there was; what is on hand against the licence. For each delivery that another firm has written down one more: whether the firm's own entry agrees, from the end
 * of a term on.
 */
public final class StockBalance implements Operator {
    private static final double PERCENT = 100;

    /** Anything is more than nothing by any percentage. */
    private static final double ANY_PERCENT = 999;

    @Override
    public String name() {
        return "stock-balance";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("stock");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("within", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("matter", VariableType.TEXT),
                entry("substance", VariableType.TEXT),
                entry("gap", VariableType.NUMBER),
                entry("gapPercent", VariableType.NUMBER),
                entry("missing", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise", "matterName");
    }

    @Override
    public long horizon(Facts facts) {
        return ((EnterpriseFacts) facts).books().stock().horizon();
    }

    @Override
    public List<Series> series(Question question) {
        StockBook book = ((EnterpriseFacts) question.facts()).books().stock();
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        List<Series> all = new ArrayList<>();
        book.own().forEach((substance, entries) -> {
            List<StockLine> lines = StockLine.all(entries, book.openings().getOrDefault(substance, Opening.UNKNOWN));
            all.add(counted(question, substance, lines));
            all.add(overdrawn(question, substance, lines));
            if (firm != null
                    && firm.details().permit() != null
                    && firm.details().permit().chemicalTonnes() != null) {
                double licensed = firm.details().permit().chemicalTonnes().getOrDefault(substance, 0.0);
                all.add(licensed(question, substance, lines, licensed));
            }
        });
        if (firm != null) {
            book.others().forEach(other -> all.add(delivery(question, book, other)));
        }
        return all;
    }

    private static Series counted(Question question, String substance, List<StockLine> lines) {
        return Series.of(
                lines.stream()
                        .filter(StockLine::isCheck)
                        .map(line -> snapshot(
                                question,
                                line,
                                new Gap(
                                        Matter.COUNTED,
                                        substance,
                                        line.surplus(),
                                        line.before().tonnes())))
                        .toList(),
                null,
                List.of());
    }

    private static Series overdrawn(Question question, String substance, List<StockLine> lines) {
        return Series.of(
                lines.stream()
                        .map(line -> snapshot(
                                question, line, new Gap(Matter.OVERDRAWN, substance, Math.min(0, line.onHand()), 0)))
                        .toList(),
                null,
                List.of());
    }

    private static Series licensed(Question question, String substance, List<StockLine> lines, double licensed) {
        return Series.of(
                lines.stream()
                        .map(line -> snapshot(
                                question,
                                line,
                                new Gap(
                                        Matter.LICENCE,
                                        substance,
                                        Math.max(0, StockLine.rounded(line.onHand() - licensed)),
                                        licensed)))
                        .toList(),
                null,
                List.of());
    }

    /**
     * What is between a book and what should be in it.
     *
     * @param matter what is compared
     * @param substance its code
     * @param surplus how much more there is, t
     * @param should how much there should be, t
     */
    private record Gap(Matter matter, String substance, double surplus, double should) {
        double tonnes() {
            return Math.abs(surplus);
        }

        double percent() {
            return should > 0 ? StockLine.rounded(PERCENT * tonnes() / should) : tonnes() > 0 ? ANY_PERCENT : 0;
        }
    }

    private static Snapshot snapshot(Question question, StockLine line, Gap gap) {
        Finding finding = finding(question, line.from(), gap)
                .names("matterName", StockWords.of(gap.matter(), line, gap.should()));
        for (int i = line.since().size() - 1; i >= 0; i--) {
            finding.because(EvidenceOf.observation(line.since().get(i)));
        }
        Observation entry = line.entry();
        return new Snapshot(
                entry.observedAt().toEpochMilli(), entry.receivedAt().toEpochMilli(), values(gap, false), finding);
    }

    private static Series delivery(Question question, StockBook book, Observation other) {
        List<Observation> own = book.counterEntries(other);
        String feed = other.source().feed();
        long due = other.observedAt().toEpochMilli() + question.parameters().ms("within");
        if (question.clocks().show(feed, Hand.RUNNING) < due) {
            return Series.of(List.of(), null, List.of(new Wake(feed, Hand.RUNNING, due)));
        }
        List<Snapshot> snapshots = new ArrayList<>();
        snapshots.add(delivery(question, other, until(own, due), due));
        own.stream()
                .map(entry -> entry.observedAt().toEpochMilli())
                .filter(at -> at > due)
                .distinct()
                .forEach(at -> snapshots.add(delivery(question, other, until(own, at), at)));
        return Series.of(snapshots, null, List.of());
    }

    private static List<Observation> until(List<Observation> own, long at) {
        return own.stream()
                .filter(entry -> entry.observedAt().toEpochMilli() <= at)
                .toList();
    }

    private static Snapshot delivery(Question question, Observation other, List<Observation> own, long at) {
        StockEntry theirs = StockBook.content(other);
        double entered = own.stream()
                .mapToDouble(entry -> StockBook.content(entry).tonnes())
                .sum();
        Gap gap = new Gap(
                Matter.COUNTER_ENTRY,
                theirs.substance(),
                StockLine.rounded(entered - theirs.tonnes()),
                theirs.tonnes());
        Finding finding = finding(question, other.observedAt().toEpochMilli(), gap)
                .mentions(Subject.enterprise(theirs.enterprise()))
                .names("matterName", StockWords.ofDelivery(question.world(), other, entered))
                .because(EvidenceOf.observation(other));
        own.forEach(entry -> finding.because(EvidenceOf.observation(entry)));
        return new Snapshot(at, Snapshot.DEADLINE, values(gap, own.isEmpty()), finding);
    }

    private static Map<String, Object> values(Gap gap, boolean missing) {
        Map<String, Object> values = new HashMap<>();
        values.put("matter", gap.matter().text());
        values.put("substance", gap.substance());
        values.put("gap", gap.tonnes());
        values.put("gapPercent", gap.percent());
        values.put("missing", missing);
        return values;
    }

    private static Finding finding(Question question, long from, Gap gap) {
        String code = question.subject().id();
        Entry<Details.Enterprise> firm = question.world().enterprise(code);
        Finding finding = new Finding(from)
                .source(code)
                .amount(gap.tonnes())
                .names("enterprise", Labels.enterprise(question.world(), code));
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + code, firm.version());
    }
}
