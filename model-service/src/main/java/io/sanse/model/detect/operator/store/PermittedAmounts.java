package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Lot;
import io.sanse.model.detect.parameter.Parameters;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a firm stores, takes in and sends away against what it is permitted. One situation per firm; its moments are the movements of its ledger and the turns of the year, with
 * a view for each amount that a permit limits.
 */
public final class PermittedAmounts implements Operator {
    private static final double ROUNDING = 1e6;

    /** Anything is more than nothing by any percentage. */
    private static final double ANY_PERCENT = 999;

    private static final Map<String, LocalizedText> MEASURES = Map.of(
            "store", new LocalizedText("贮存量", "in store"),
            "licence", new LocalizedText("本年接收量（许可）", "taken in this year, of its licence"),
            "plan", new LocalizedText("本年转移量（管理计划）", "sent away this year, of its plan"));

    @Override
    public String name() {
        return "permitted-amounts";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("ledger");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("measure", VariableType.TEXT),
                entry("tonnes", VariableType.NUMBER),
                entry("permitted", VariableType.NUMBER),
                entry("percent", VariableType.NUMBER),
                entry("at", VariableType.TIME),
                entry("hazardous", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise", "measureName");
    }

    /** The year that runs. */
    @Override
    public Duration looksBack(Parameters parameters) {
        return Duration.ofDays(366);
    }

    @Override
    public List<Series> series(Question question) {
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        if (firm == null || firm.details().permit() == null) {
            return List.of();
        }
        List<Lot> lots = List.copyOf(((EnterpriseFacts) question.facts()).lots().values());
        TreeSet<Long> moments = new TreeSet<>();
        List<Wake> wakes = new ArrayList<>();
        lots.stream().flatMap(lot -> lot.movements().stream()).forEach(movement -> {
            moments.add(movement.at());
            long newYear = newYear(movement.at());
            if (newYear <= question.clocks().show(movement.feed(), Hand.RUNNING)) {
                moments.add(newYear);
            } else {
                wakes.add(new Wake(movement.feed(), Hand.RUNNING, newYear));
            }
        });
        List<Snapshot> snapshots = new ArrayList<>();
        for (long moment : moments) {
            amounts(firm.details(), lots, moment)
                    .forEach(amount -> snapshots.add(snapshot(question, firm, lots, moment, amount)));
        }
        return List.of(Series.of(snapshots, null, wakes.stream().distinct().toList()));
    }

    /** What is permitted, with what there is of it at a time; a firm's roles say which permits bind it. */
    private static List<Amount> amounts(Details.Enterprise firm, List<Lot> lots, long at) {
        Details.Permit permit = firm.permit();
        List<Amount> amounts = new ArrayList<>();
        if (permit.storageTonnes() != null) {
            double stored = lots.stream().mapToDouble(lot -> lot.tonnesAt(at)).sum();
            amounts.add(new Amount("store", stored, permit.storageTonnes()));
        }
        if (permit.licenceTonnes() != null) {
            amounts.add(new Amount("licence", thisYear(lots, LedgerEntry.Entry.STORED, at), permit.licenceTonnes()));
        }
        if (permit.planTonnes() != null) {
            amounts.add(new Amount("plan", thisYear(lots, LedgerEntry.Entry.TAKEN_OUT, at), permit.planTonnes()));
        }
        return amounts;
    }

    private static double thisYear(List<Lot> lots, LedgerEntry.Entry entry, long at) {
        int year = year(at);
        return lots.stream()
                .flatMap(lot -> lot.movements().stream())
                .filter(movement -> movement.entry() == entry && movement.at() <= at && year(movement.at()) == year)
                .mapToDouble(Lot.Movement::tonnes)
                .sum();
    }

    private static int year(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).getYear();
    }

    private static long newYear(long at) {
        return LocalDate.of(year(at) + 1, 1, 1)
                .atStartOfDay(Nights.ZONE)
                .toInstant()
                .toEpochMilli();
    }

    private static Snapshot snapshot(
            Question question, Entry<Details.Enterprise> firm, List<Lot> lots, long at, Amount amount) {
        Finding finding = new Finding(at)
                .amount(amount.tonnes())
                .source(firm.id())
                .names("enterprise", Labels.enterprise(question.world(), firm.id()))
                .names("measureName", MEASURES.get(amount.measure()))
                .at(firm.details().location(), firm.details().division())
                .refers("enterprise:" + firm.id(), firm.version());
        lots.forEach(lot -> lot.movements().stream()
                .filter(movement -> movement.at() <= at)
                .forEach(movement -> finding.because(EvidenceOf.movement(firm.id(), lot, movement))));
        Map<String, Object> values = new HashMap<>();
        values.put("measure", amount.measure());
        values.put("tonnes", amount.tonnes());
        values.put("permitted", amount.permitted());
        values.put("percent", amount.percent());
        values.put("at", Instant.ofEpochMilli(at));
        values.put("hazardous", lots.stream().anyMatch(Lot::hazardous));
        return new Snapshot(at, Snapshot.DEADLINE, values, finding);
    }

    /**
     * An amount that a permit limits.
     *
     * @param measure {@code store}, {@code licence} or {@code plan}
     * @param tonnes what there is, t
     * @param permitted what is permitted, t
     */
    private record Amount(String measure, double tonnes, double permitted) {
        /** Ledgers have three decimals: what binary fractions add to them must not cross a limit. */
        double percent() {
            double share = permitted > 0 ? 100 * tonnes / permitted : tonnes > 0 ? ANY_PERCENT : 0;
            return Math.round(share * ROUNDING) / ROUNDING;
        }
    }
}
