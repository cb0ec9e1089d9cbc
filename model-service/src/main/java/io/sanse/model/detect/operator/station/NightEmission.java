package io.sanse.model.detect.operator.station;

import static java.util.Map.entry;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.operator.Upwind;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bursts of a factor at a station, night after night, and the firms that lay upwind of them. Bursts that follow each other are one situation; its moments are the
 * bursts; it ends with the last of them, once none has followed for the time given.
 */
public final class NightEmission implements Operator {
    private static final LocalizedText UNKNOWN = new LocalizedText("未知", "not known");

    @Override
    public String name() {
        return "night-emission";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.STATION;
    }

    @Override
    public Set<String> facts() {
        return Set.of("hour");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "burstTimes", VariableType.NUMBER,
                "aboveNoise", VariableType.NUMBER,
                "minHours", VariableType.COUNT,
                "window", VariableType.DURATION,
                "quiet", VariableType.DURATION,
                "ignored", VariableType.TEXTS,
                "calmBelow", VariableType.NUMBER,
                "upwindKm", VariableType.NUMBER,
                "upwindAngle", VariableType.NUMBER);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("factor", VariableType.TEXT),
                entry("hour", VariableType.TIME),
                entry("value", VariableType.NUMBER),
                entry("nights", VariableType.COUNT),
                entry("bursts", VariableType.COUNT),
                entry("sources", VariableType.COUNT));
    }

    @Override
    public Set<String> names() {
        return Set.of("station", "factorName", "sourceFirms");
    }

    @Override
    public List<Series> series(Question question) {
        long quiet = question.parameters().ms("quiet");
        List<Burst> all = Burst.all(question);
        List<Series> series = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            HourReading hour = all.get(i).hour();
            snapshots.add(snapshot(question, all.subList(0, i + 1)));
            boolean last = i + 1 == all.size();
            if (last) {
                series.add(lastSeries(question, snapshots, hour));
            } else if (all.get(i + 1).hour().hour() - hour.hour() > quiet) {
                series.add(Series.of(List.copyOf(snapshots), hour.hour(), List.of()));
                snapshots.clear();
            }
        }
        return series;
    }

    private static Series lastSeries(Question question, List<Snapshot> snapshots, HourReading hour) {
        long over = hour.hour() + question.parameters().ms("quiet") + 1;
        return over <= question.clocks().show(hour.feed(), Hand.RUNNING)
                ? Series.of(snapshots, hour.hour(), List.of())
                : Series.of(snapshots, null, List.of(new Wake(hour.feed(), Hand.RUNNING, over)));
    }

    /** @param until all bursts up to the one of this moment */
    private static Snapshot snapshot(Question question, List<Burst> until) {
        Burst last = until.get(until.size() - 1);
        long since = last.hour().hour() - question.parameters().ms("window");
        List<Burst> same = until.stream()
                .filter(burst ->
                        burst.factor().equals(last.factor()) && burst.hour().hour() > since)
                .toList();
        List<Entry<Details.Enterprise>> sources = sources(question, same);
        Map<String, Object> values = new HashMap<>();
        values.put("factor", last.factor());
        values.put("hour", Instant.ofEpochMilli(last.hour().hour()));
        values.put("value", last.value());
        values.put("nights", same.stream().map(Burst::night).distinct().count());
        values.put("bursts", (long) same.size());
        values.put("sources", (long) sources.size());
        return new Snapshot(
                last.hour().hour(), last.hour().receivedAt(), values, () -> finding(question, same, sources));
    }

    /** The firms upwind of the bursts: first the one that lay the nearest to the wind's way in the most of them. */
    private static List<Entry<Details.Enterprise>> sources(Question question, List<Burst> bursts) {
        Entry<Details.Station> station =
                question.world().station(question.subject().id());
        GeoPoint place = station == null ? null : station.details().location();
        Map<String, Double> likely = new TreeMap<>();
        bursts.forEach(burst -> Upwind.of(question.world(), place, burst.hour(), question.parameters())
                .forEach(firm -> likely.merge(
                        firm.id(),
                        Upwind.leeway(place, firm.details().location(), burst.hour(), question.parameters()),
                        Double::sum)));
        return likely.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> question.world().enterprise(one.getKey()))
                .toList();
    }

    private static Finding finding(Question question, List<Burst> bursts, List<Entry<Details.Enterprise>> sources) {
        Burst last = bursts.get(bursts.size() - 1);
        Finding finding = new OwnHours(question)
                .finding(bursts.get(0).hour().hour())
                .names("factorName", Labels.factor(last.factor()))
                .names("sourceFirms", firms(question, sources));
        bursts.stream()
                .map(Burst::hour)
                .sorted(Comparator.comparingLong(HourReading::hour).reversed())
                .forEach(hour -> finding.because(EvidenceOf.hour(hour, last.factor())));
        if (!sources.isEmpty()) {
            finding.source(sources.get(0).id());
        }
        sources.forEach(firm ->
                finding.mentions(Subject.enterprise(firm.id())).refers("enterprise:" + firm.id(), firm.version()));
        return finding;
    }

    private static LocalizedText firms(Question question, List<Entry<Details.Enterprise>> sources) {
        List<LocalizedText> names = sources.stream()
                .map(firm -> Labels.enterprise(question.world(), firm.id()))
                .toList();
        return names.isEmpty()
                ? UNKNOWN
                : new LocalizedText(
                        names.stream().map(LocalizedText::zh).collect(Collectors.joining("、")),
                        names.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
    }
}
