package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Operation.Measure;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.WorkBook;
import io.sanse.model.detect.fact.WorkBook.Declared;
import io.sanse.model.detect.fact.WorkBook.Month;
import io.sanse.model.detect.fact.WorkBook.Report;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a generator declares as waste against what it makes and uses. One situation per firm; its moments are the ends of the reports of its work, each judged some days later,
 * when the ledger has been written, over the window before it. A window that the reports leave open is not judged.
 */
public final class WasteBalance implements Operator {
    /** Longer than the lateness of ledgers and reports, ms. */
    private static final long SETTLED_MS = 45L * 24 * 3_600_000;

    private static final Map<Measure, LocalizedText> MEASURES = Map.of(
            Measure.OUTPUT, new LocalizedText("产量", "output"),
            Measure.POWER, new LocalizedText("用电量", "power"),
            Measure.WATER, new LocalizedText("用水量", "water"),
            Measure.RAW_MATERIAL, new LocalizedText("原料用量", "raw material"));

    @Override
    public String name() {
        return "waste-balance";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("ledger", "operation");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "window", VariableType.DURATION,
                "settle", VariableType.DURATION,
                "leastCovered", VariableType.NUMBER,
                "history", VariableType.COUNT,
                "usualPercent", VariableType.NUMBER,
                "leastSpread", VariableType.NUMBER);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("measure", VariableType.TEXT),
                entry("declared", VariableType.NUMBER),
                entry("expected", VariableType.NUMBER),
                entry("percent", VariableType.NUMBER),
                entry("months", VariableType.COUNT),
                entry("asUsual", VariableType.FLAG),
                entry("usualDeclared", VariableType.NUMBER),
                entry("deviation", VariableType.NUMBER),
                entry("missing", VariableType.NUMBER),
                entry("at", VariableType.TIME),
                entry("span", VariableType.DURATION),
                entry("hazardous", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise", "measureName");
    }

    @Override
    public long horizon(Facts facts) {
        long newest = ((EnterpriseFacts) facts).newest();
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - SETTLED_MS;
    }

    /** The window and the months that it is compared with. */
    @Override
    public Duration looksBack(Parameters parameters) {
        return parameters.duration("window").plusDays(31L * parameters.count("history"));
    }

    @Override
    public List<Series> series(Question question) {
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        WorkBook work = ((EnterpriseFacts) question.facts()).work();
        if (work.reports().isEmpty() || firm == null || !firm.details().roles().contains("generator")) {
            return List.of();
        }
        Clocks clocks = question.clocks();
        long settle = question.parameters().ms("settle");
        Views views = new Views(question, firm, work, work.allMonths());
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (Report report : work.reports()) {
            if (clocks.show(report.feed(), Hand.RUNNING) < report.until() + settle) {
                wakes.add(new Wake(report.feed(), Hand.RUNNING, report.until() + settle));
            } else if (isLedgerSilent(clocks, work, report.until())) {
                undecided.add(new Undecided(report.until(), "ledger-feed-silent"));
            } else {
                views.addTo(snapshots, report);
            }
        }
        return List.of(new Series(snapshots, null, wakes.stream().distinct().toList(), undecided, false));
    }

    /** Who cannot be heard has not declared nothing; of a firm that never declared anything the feed is not known. */
    private static boolean isLedgerSilent(Clocks clocks, WorkBook work, long at) {
        List<Declared> declared = work.declared();
        return !declared.isEmpty()
                && clocks.show(declared.get(declared.size() - 1).feed(), Hand.PROGRESS) < at;
    }

    /** A firm, its work and its months. */
    private record Views(
            Question question, Entry<Details.Enterprise> firm, WorkBook work, SortedMap<String, Month> months) {
        void addTo(List<Snapshot> snapshots, Report report) {
            WorkWindow window =
                    WorkWindow.before(report.until(), question.parameters().ms("window"), report.measure(), work);
            if (window.coveredPercent() >= question.parameters().number("leastCovered")) {
                snapshots.add(snapshot(report.measure(), window));
            }
        }

        private Snapshot snapshot(Measure measure, WorkWindow window) {
            long length = window.until() - window.from();
            WorkHistory history = new WorkHistory(
                    months, WorkBook.month(window.from()), question.parameters().count("history"), measure);
            double expected = window.amount() * rate(measure);
            double usual = history.usualAmount(measure, length);
            Map<String, Object> values = new HashMap<>();
            values.put("measure", measure.text());
            values.put("declared", window.declared());
            values.put("expected", expected);
            values.put("percent", expected > 0 ? 100 * window.declared() / expected : 100.0);
            values.put("months", history.months());
            values.put(
                    "asUsual",
                    usual > 0
                            && window.amount() >= usual * question.parameters().number("usualPercent") / 100);
            values.put("usualDeclared", history.usualDeclared(length));
            values.put(
                    "deviation",
                    history.deviation(
                            window.declared(), length, question.parameters().number("leastSpread")));
            double missing = Math.max(0, Math.max(expected, history.usualDeclared(length)) - window.declared());
            values.put("missing", missing);
            values.put("at", Instant.ofEpochMilli(window.until()));
            values.put("span", Duration.ofMillis(length));
            boolean hazardous = work.declared().stream().anyMatch(Declared::hazardous);
            values.put("hazardous", hazardous);
            Finding finding = finding(measure, window).amount(hazardous ? (Double) missing : null);
            return new Snapshot(window.until(), Snapshot.DEADLINE, values, finding);
        }

        private double rate(Measure measure) {
            Map<Measure, Double> rates = firm.details().wasteRates();
            return rates == null ? 0 : rates.getOrDefault(measure, 0.0);
        }

        private Finding finding(Measure measure, WorkWindow window) {
            Finding finding = new Finding(window.from())
                    .source(firm.id())
                    .at(firm.details().location(), firm.details().division())
                    .refers("enterprise:" + firm.id(), firm.version())
                    .names("enterprise", Labels.enterprise(question.world(), firm.id()))
                    .names("measureName", MEASURES.get(measure));
            for (int i = window.reports().size() - 1; i >= 0; i--) {
                Report report = window.reports().get(i);
                finding.because(EvidenceOf.work(firm.id(), report));
            }
            window.entries().forEach(one -> finding.because(EvidenceOf.declared(firm.id(), one)));
            return finding;
        }
    }
}
