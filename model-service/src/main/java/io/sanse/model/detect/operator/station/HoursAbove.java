package io.sanse.model.detect.operator.station;

import static java.util.Map.entry;

import io.sanse.contract.Nights;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hours in a row in which a factor was above its limit: the parameters {@code <code>Limit} have one for each factor. An hour that is missing, or of which the factor is not valid, ends the row. One situation per
 * station; its moments are its hours, with a view for each factor above its limit.
 */
public final class HoursAbove implements Operator {
    /** Behind a factor's code in the name of its parameter. */
    private static final String LIMIT = "Limit";

    /** As far back as hours are known of a station of which one may still be corrected. */
    private static final int MOST = 24;

    /** A factor's hours in a row, the newest first. */
    private record Row(String factor, double limit, List<HourReading> hours) {
        double value(HourReading hour) {
            return hour.values().get(factor);
        }

        double mean() {
            return hours.stream().mapToDouble(this::value).average().orElseThrow();
        }
    }

    @Override
    public String name() {
        return "hours-above";
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
        return Map.of("patience", VariableType.DURATION);
    }

    /** A factor's limit. */
    @Override
    public boolean reads(Parameter parameter) {
        return parameter.unit() == Unit.MICROGRAMS_PER_CUBIC_METRE
                && parameter.name().endsWith(LIMIT);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("factor", VariableType.TEXT),
                entry("hours", VariableType.COUNT),
                entry("since", VariableType.TIME),
                entry("hour", VariableType.TIME),
                entry("value", VariableType.NUMBER),
                entry("mean", VariableType.NUMBER),
                entry("limit", VariableType.NUMBER),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("station", "factorName");
    }

    @Override
    public List<Series> series(Question question) {
        OwnHours own = new OwnHours(question);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (HourReading reading : own.open()) {
            List<Row> rows = rows(question.parameters(), own, reading);
            rows.forEach(row -> snapshots.add(snapshot(own, row)));
            if (rows.isEmpty()) {
                snapshots.add(calm(own, reading, reading.hour()));
            }
            Wake wake = own.afterHole(reading, at -> snapshots.add(calm(own, reading, at)));
            if (wake != null) {
                wakes.add(wake);
            }
        }
        return List.of(Series.of(snapshots, null, wakes));
    }

    /** By the code of the factor. */
    private static List<Row> rows(Parameters parameters, OwnHours own, HourReading reading) {
        List<Row> rows = new ArrayList<>();
        for (String factor : reading.values().keySet()) {
            if (parameters.value(factor + LIMIT) != null) {
                Row row = row(own, reading, factor, parameters.number(factor + LIMIT));
                if (!row.hours().isEmpty()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Row row(OwnHours own, HourReading reading, String factor, double limit) {
        List<HourReading> known = own.between(reading.hour() - (MOST - 1) * OwnHours.HOUR_MS, reading.hour());
        List<HourReading> hours = new ArrayList<>();
        long next = reading.hour();
        for (int i = known.size() - 1; i >= 0 && known.get(i).hour() == next; i--) {
            Double value = known.get(i).values().get(factor);
            if (value == null || value <= limit) {
                break;
            }
            hours.add(known.get(i));
            next -= OwnHours.HOUR_MS;
        }
        return new Row(factor, limit, hours);
    }

    private static Snapshot snapshot(OwnHours own, Row row) {
        HourReading newest = row.hours().get(0);
        long since = row.hours().get(row.hours().size() - 1).hour();
        Map<String, Object> values = Map.of(
                "factor", row.factor(),
                "hours", (long) row.hours().size(),
                "since", Instant.ofEpochMilli(since),
                "hour", Instant.ofEpochMilli(newest.hour()),
                "value", row.value(newest),
                "mean", row.mean(),
                "limit", row.limit(),
                "night", Nights.contains(newest.hour()));
        return new Snapshot(newest.hour(), newest.receivedAt(), values, () -> {
            var finding = own.finding(since).names("factorName", Labels.factor(row.factor()));
            row.hours().forEach(hour -> finding.because(EvidenceOf.hour(hour, row.factor())));
            return finding;
        });
    }

    /** Nothing is above its limit. */
    private static Snapshot calm(OwnHours own, HourReading reading, long at) {
        Map<String, Object> values = Map.of(
                "factor",
                "–",
                "hours",
                0L,
                "since",
                Instant.ofEpochMilli(at),
                "hour",
                Instant.ofEpochMilli(at),
                "value",
                0.0,
                "mean",
                0.0,
                "limit",
                0.0,
                "night",
                Nights.contains(at));
        return new Snapshot(at, reading.receivedAt(), values, () -> own.finding(reading.hour())
                .names("factorName", Labels.same(null)));
    }
}
