package io.sanse.model.detect.operator.station;

import static java.util.Map.entry;

import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values of a water station against the limits of the class that the water has to keep: the parameters {@code <code>Limits} have one limit for each of the five classes. One
 * situation per station; its moments are its values, with a view for each factor that was over its limit among the last ones.
 */
public final class WaterLimits implements Operator {
    /** Of dissolved oxygen there must be so much at least. */
    private static final String OXYGEN = "w01009";

    /** Behind a factor's code in the name of its parameter. */
    private static final String LIMITS = "Limits";

    /** A factor's last values and its limit. */
    private record Values(String factor, List<HourReading> last, double limit) {
        double value(HourReading reading) {
            return reading.values().get(factor);
        }

        /** Above 1 when the limit is not kept. */
        double times(HourReading reading) {
            double value = value(reading);
            if (factor.equals(OXYGEN)) {
                return value > 0 ? limit / value : Double.MAX_VALUE;
            }
            return value / limit;
        }

        long over() {
            return last.stream().filter(reading -> times(reading) > 1).count();
        }
    }

    @Override
    public String name() {
        return "water-limits";
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
        return Map.of("consecutive", VariableType.COUNT, "patience", VariableType.DURATION);
    }

    /** A factor's limits. */
    @Override
    public boolean reads(Parameter parameter) {
        return parameter.unit() == Unit.BY_WATER_CLASS && parameter.name().endsWith(LIMITS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("factor", VariableType.TEXT),
                entry("hour", VariableType.TIME),
                entry("value", VariableType.NUMBER),
                entry("limit", VariableType.NUMBER),
                entry("timesLimit", VariableType.NUMBER),
                entry("over", VariableType.COUNT),
                entry("waterClass", VariableType.COUNT));
    }

    @Override
    public Set<String> names() {
        return Set.of("station", "factorName");
    }

    @Override
    public List<Series> series(Question question) {
        Entry<Details.Station> station =
                question.world().station(question.subject().id());
        if (station == null || station.details().waterClass() == null) {
            return List.of();
        }
        OwnHours own = new OwnHours(question);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (HourReading reading : own.open()) {
            List<Values> over = over(question, own, reading, station.details().waterClass());
            over.forEach(values -> snapshots.add(snapshot(own, reading.hour(), values, station)));
            if (over.isEmpty()) {
                snapshots.add(calm(own, reading, reading.hour(), station));
            }
            Wake wake = own.afterHole(reading, at -> snapshots.add(calm(own, reading, at, station)));
            if (wake != null) {
                wakes.add(wake);
            }
        }
        return List.of(Series.of(snapshots, null, wakes));
    }

    private static List<Values> over(Question question, OwnHours own, HourReading reading, int waterClass) {
        List<Values> over = new ArrayList<>();
        for (String factor : reading.values().keySet().stream().sorted().toList()) {
            Object limits = question.parameters().value(factor + LIMITS);
            if (limits != null) {
                double limit = question.parameters().numbers(factor + LIMITS).get(waterClass - 1);
                Values values = new Values(factor, last(question, own, reading, factor), limit);
                if (values.over() > 0) {
                    over.add(values);
                }
            }
        }
        return over;
    }

    /** The values of the factor up to a reading, the newest first; those behind a hole do not follow. */
    private static List<HourReading> last(Question question, OwnHours own, HourReading reading, String factor) {
        List<HourReading> before = own.between(Long.MIN_VALUE, reading.hour()).stream()
                .filter(one -> one.values().containsKey(factor))
                .toList();
        List<HourReading> last = new ArrayList<>();
        for (int i = before.size() - 1;
                i >= 0 && last.size() < question.parameters().count("consecutive");
                i--) {
            HourReading one = before.get(i);
            long gap = last.isEmpty() ? 0 : last.get(last.size() - 1).hour() - one.hour();
            if (gap > question.parameters().ms("patience")) {
                break;
            }
            last.add(one);
        }
        return last;
    }

    private static Snapshot snapshot(OwnHours own, long at, Values values, Entry<Details.Station> station) {
        HourReading newest = values.last().get(0);
        Map<String, Object> named = new HashMap<>();
        named.put("factor", values.factor());
        named.put("hour", Instant.ofEpochMilli(at));
        named.put("value", values.value(newest));
        named.put("limit", values.limit());
        named.put("timesLimit", values.times(newest));
        named.put("over", values.over());
        named.put("waterClass", (long) station.details().waterClass());
        Finding finding = own.finding(
                        values.last().get(values.last().size() - 1).hour())
                .names("factorName", Labels.factor(values.factor()));
        values.last().forEach(reading -> finding.because(EvidenceOf.hour(reading, values.factor())));
        return new Snapshot(at, newest.receivedAt(), named, finding);
    }

    private static Snapshot calm(OwnHours own, HourReading reading, long at, Entry<Details.Station> station) {
        Map<String, Object> named = Map.of(
                "factor",
                "–",
                "hour",
                Instant.ofEpochMilli(at),
                "value",
                0.0,
                "limit",
                0.0,
                "timesLimit",
                0.0,
                "over",
                0L,
                "waterClass",
                (long) station.details().waterClass());
        Finding finding = own.finding(reading.hour()).names("factorName", Labels.same(null));
        return new Snapshot(at, reading.receivedAt(), named, finding);
    }
}
