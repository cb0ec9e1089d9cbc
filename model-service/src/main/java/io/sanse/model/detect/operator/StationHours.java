package io.sanse.model.detect.operator;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.world.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the hours of one station, one after the other. */
final class StationHours {
    private static final long HISTORY_MS = 24 * LocalRise.HOUR_MS;

    /** A value above a median of zero is more than any number of times as much. */
    private static final double ANY_TIMES = 999;

    /** Above both medians by at least this much, an hour is worth a look at its conditions. */
    private static final double UP = 1;

    /** One factor of one hour with what it is compared with. */
    private record Comparison(String factor, double value, double own, double neighbours, List<HourReading> others) {
        double timesOwn() {
            return value / own;
        }

        double timesNeighbours() {
            return neighbours > 0 ? value / neighbours : ANY_TIMES;
        }
    }

    private final Question question;
    private final StationFacts facts;
    private final List<HourReading> own;
    private final Map<Long, List<HourReading>> others;
    private final Map<String, TreeMap<Long, HourReading>> byStation = new HashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Undecided> undecided = new ArrayList<>();

    StationHours(Question question, StationFacts facts) {
        this.question = question;
        this.facts = facts;
        this.own = facts.readings().stream()
                .filter(reading -> reading.station().equals(facts.station()))
                .sorted(Comparator.comparingLong(HourReading::hour))
                .toList();
        this.others = facts.readings().stream()
                .filter(reading -> !reading.station().equals(facts.station()))
                .sorted(Comparator.comparing(HourReading::station))
                .collect(Collectors.groupingBy(HourReading::hour));
        facts.readings().forEach(reading -> byStation
                .computeIfAbsent(reading.station(), none -> new TreeMap<>())
                .put(reading.hour(), reading));
    }

    List<HourReading> own() {
        return own;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    List<Undecided> undecided() {
        return undecided;
    }

    void postpone(HourReading reading) {
        undecided.add(new Undecided(reading.hour(), "waiting-for-neighbours"));
    }

    /** Adds a view of the hour for each factor that is up, or one that shows that none is. */
    void judge(HourReading reading) {
        List<Comparison> comparisons = reading.values().keySet().stream()
                .filter(factor ->
                        question.parameters().texts("ignored").stream().noneMatch(factor::startsWith))
                .map(factor -> compare(reading, factor))
                .filter(Objects::nonNull)
                .toList();
        List<Comparison> up = comparisons.stream()
                .filter(comparison -> comparison.timesOwn() > UP && comparison.timesNeighbours() > UP)
                .toList();
        if (!comparisons.isEmpty() && up.isEmpty()) {
            calm(reading.hour(), reading);
        }
        up.forEach(comparison -> snapshots.add(snapshot(reading.hour(), reading, comparison)));
    }

    /** Adds a moment in which nothing is up. */
    void calm(long at, HourReading reading) {
        snapshots.add(snapshot(at, reading, new Comparison("–", 0, 1, 1, List.of())));
    }

    private Comparison compare(HourReading reading, String factor) {
        List<Double> history = dayBefore(reading.hour(), facts.station(), factor);
        List<HourReading> measured = others.getOrDefault(reading.hour(), List.of()).stream()
                .filter(other -> other.values().containsKey(factor))
                .toList();
        String reason = obstacle(history, measured);
        if (reason != null) {
            undecided.add(new Undecided(reading.hour(), reason));
            return null;
        }
        double neighbours = Median.of(
                measured.stream().map(other -> other.values().get(factor)).toList());
        return new Comparison(factor, reading.values().get(factor), Median.of(history), neighbours, measured);
    }

    /** What a station told of a factor in the day before an hour. */
    private List<Double> dayBefore(long hour, String station, String factor) {
        List<Double> told = new ArrayList<>();
        for (HourReading past :
                byStation.get(station).subMap(hour - HISTORY_MS, hour).values()) {
            Double value = past.values().get(factor);
            if (value != null) {
                told.add(value);
            }
        }
        return told;
    }

    /** How many times their own day before most neighbours have at an hour; 0 when too little is known of them. */
    private double neighboursRise(long hour, Comparison comparison) {
        List<Double> rises = new ArrayList<>();
        for (HourReading neighbour : comparison.others()) {
            List<Double> history = dayBefore(hour, neighbour.station(), comparison.factor());
            double usual = history.size() < question.parameters().count("minHours") ? 0 : Median.of(history);
            if (usual > 0) {
                rises.add(neighbour.values().get(comparison.factor()) / usual);
            }
        }
        return rises.isEmpty() ? 0 : Median.of(rises);
    }

    private String obstacle(List<Double> history, List<HourReading> measured) {
        if (history.size() < question.parameters().count("minHours")) {
            return "too-few-hours";
        }
        if (measured.size() < question.parameters().count("minNeighbours")) {
            return "too-few-neighbours";
        }
        return Median.of(history) > 0 ? null : "no-baseline";
    }

    private Snapshot snapshot(long at, HourReading reading, Comparison comparison) {
        Entry<Details.Station> station = question.world().station(facts.station());
        GeoPoint place = station == null ? null : station.details().location();
        List<Entry<Details.Enterprise>> upwind = Upwind.of(question.world(), place, reading, question.parameters());
        Map<String, Object> values = new HashMap<>();
        values.put("hour", Instant.ofEpochMilli(at));
        values.put("factor", comparison.factor());
        values.put("value", comparison.value());
        values.put("ownMedian", comparison.own());
        values.put("neighbourMedian", comparison.neighbours());
        values.put("timesOwn", comparison.timesOwn());
        values.put("timesNeighbours", comparison.timesNeighbours());
        values.put("neighboursRise", neighboursRise(reading.hour(), comparison));
        values.put("neighbours", (long) comparison.others().size());
        values.put("upwind", (long) upwind.size());
        values.put("night", Nights.contains(at));
        return new Snapshot(at, reading.receivedAt(), values, () -> finding(reading, comparison, station, upwind));
    }

    private Finding finding(
            HourReading reading,
            Comparison comparison,
            Entry<Details.Station> station,
            List<Entry<Details.Enterprise>> upwind) {
        String factor = comparison.factor();
        Finding finding = new Finding(reading.hour())
                .names("station", Labels.station(question.world(), facts.station()))
                .names("factorName", Labels.factor(factor))
                .names("upwindFirms", firms(upwind));
        if (station != null) {
            finding.at(station.details().location(), station.details().division())
                    .refers("station:" + station.id(), station.version());
        }
        finding.because(EvidenceOf.hour(reading, factor));
        comparison.others().forEach(other -> finding.mentions(Subject.station(other.station()))
                .because(EvidenceOf.hour(other, factor)));
        own.stream()
                .filter(past -> past.hour() < reading.hour() && past.hour() >= reading.hour() - HISTORY_MS)
                .filter(past -> past.values().containsKey(factor))
                .forEach(past -> finding.because(EvidenceOf.hour(past, factor)));
        upwind.forEach(firm ->
                finding.mentions(Subject.enterprise(firm.id())).refers("enterprise:" + firm.id(), firm.version()));
        return finding;
    }

    private LocalizedText firms(List<Entry<Details.Enterprise>> upwind) {
        if (upwind.isEmpty()) {
            return new LocalizedText("未知", "not known");
        }
        List<LocalizedText> names = upwind.stream()
                .map(firm -> Labels.enterprise(question.world(), firm.id()))
                .toList();
        return new LocalizedText(
                names.stream().map(LocalizedText::zh).collect(Collectors.joining("、")),
                names.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
    }
}
