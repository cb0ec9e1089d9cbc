package io.sanse.model.detect.operator.store;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.WeighedDays;
import io.sanse.model.detect.fact.WeighedDays.Day;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a firm has sent out over its own weigh bridges since the beginning of the month against what it may in a month. One situation per firm; its moments are the ends of the days
 * on which something went out and of the first day of the next month, which pass by the running clock.
 */
public final class WeighedMonth implements Operator {
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "weighed-month";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.ENTERPRISE;
    }

    @Override
    public Set<String> facts() {
        return Set.of("weighing");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("settle", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("month", VariableType.TEXT),
                entry("tonnes", VariableType.NUMBER),
                entry("permitted", VariableType.NUMBER),
                entry("percent", VariableType.NUMBER));
    }

    @Override
    public Set<String> names() {
        return Set.of("enterprise");
    }

    @Override
    public long horizon(Facts facts) {
        return ((EnterpriseFacts) facts).books().weighed().horizon();
    }

    /** The month that runs. */
    @Override
    public Duration looksBack(Parameters parameters) {
        return Duration.ofDays(31);
    }

    @Override
    public List<Series> series(Question question) {
        WeighedDays weighed = ((EnterpriseFacts) question.facts()).books().weighed();
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        if (weighed.days().isEmpty()
                || firm == null
                || firm.details().permit() == null
                || firm.details().permit().monthTonnes() == null) {
            return List.of();
        }
        Day last = weighed.days().get(weighed.days().size() - 1);
        String feed = last.last().source().feed();
        long settle = question.parameters().ms("settle");
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (LocalDate day : judged(weighed)) {
            long end = endOf(day);
            if (end + settle > question.clocks().show(feed, Hand.RUNNING)) {
                wakes.add(new Wake(feed, Hand.RUNNING, end + settle));
                break;
            }
            snapshots.add(snapshot(question, firm, upTo(weighed, day), day));
        }
        return List.of(Series.of(snapshots, null, wakes));
    }

    /** The days on which something went out, and the first days of the months behind them. */
    private static TreeSet<LocalDate> judged(WeighedDays weighed) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Day day : weighed.days()) {
            days.add(day.date());
            days.add(YearMonth.from(day.date()).plusMonths(1).atDay(1));
        }
        return days;
    }

    private static long endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Nights.ZONE).toInstant().toEpochMilli();
    }

    /** The days of a day's month until then. */
    private static List<Day> upTo(WeighedDays weighed, LocalDate last) {
        return weighed.days().stream()
                .filter(day -> YearMonth.from(day.date()).equals(YearMonth.from(last))
                        && !day.date().isAfter(last))
                .toList();
    }

    private static Snapshot snapshot(
            Question question, Entry<Details.Enterprise> firm, List<Day> days, LocalDate last) {
        double tonnes = StockLine.rounded(days.stream().mapToDouble(Day::tonnes).sum());
        double permitted = firm.details().permit().monthTonnes();
        LocalDate first = days.isEmpty() ? last : days.get(0).date();
        Map<String, Object> values = new HashMap<>();
        values.put("month", YearMonth.from(last).toString());
        values.put("tonnes", tonnes);
        values.put("permitted", permitted);
        values.put("percent", percent(tonnes, permitted));
        Finding finding = new Finding(
                        first.atStartOfDay(Nights.ZONE).toInstant().toEpochMilli())
                .amount(tonnes)
                .source(firm.id())
                .names("enterprise", Labels.enterprise(question.world(), firm.id()))
                .at(firm.details().location(), firm.details().division())
                .refers("enterprise:" + firm.id(), firm.version());
        for (int i = days.size() - 1; i >= 0; i--) {
            finding.because(EvidenceOf.observation(days.get(i).last()));
        }
        return new Snapshot(endOf(last), Snapshot.DEADLINE, values, finding);
    }

    /** Anything is infinitely more than nothing. */
    private static double percent(double tonnes, double permitted) {
        return tonnes > 0 ? StockLine.rounded(PERCENT * tonnes / permitted) : 0;
    }
}
