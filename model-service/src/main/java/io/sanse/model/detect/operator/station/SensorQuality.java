package io.sanse.model.detect.operator.station;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a station's values can be believed: values that stand still, that cannot be, that are flagged faulty, given twice, noisier than the neighbours' or drifting away
 * from them. One situation per station; its moments are its hours, with a view for each doubt; it ends with an hour without doubt, or when hours stay away.
 */
public final class SensorQuality implements Operator {
    private static final Map<String, LocalizedText> FAULTS = Map.of(
            "flat", new LocalizedText("数值长时间不变", "values stand still"),
            "impossible", new LocalizedText("细颗粒物高于可吸入颗粒物", "fine dust above all dust"),
            "flagged", new LocalizedText("故障标识或无效值", "flagged faulty or below zero"),
            "doubled", new LocalizedText("同一因子重复上报", "a factor given twice"),
            "noise", new LocalizedText("波动远大于周边站点", "far noisier than its neighbours"),
            "drift", new LocalizedText("相对周边站点持续漂移", "drifting away from its neighbours"));

    @Override
    public String name() {
        return "sensor-quality";
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
                "pairTolerance", VariableType.NUMBER,
                "faultFlags", VariableType.TEXTS,
                "ignored", VariableType.TEXTS,
                "minNeighbours", VariableType.COUNT,
                "minFactors", VariableType.COUNT,
                "driftSteady", VariableType.NUMBER,
                "patience", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("fault", VariableType.TEXT),
                entry("factor", VariableType.TEXT),
                entry("hours", VariableType.COUNT),
                entry("times", VariableType.NUMBER),
                entry("hour", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("station", "factorName", "faultName");
    }

    @Override
    public List<Series> series(Question question) {
        OwnHours own = new OwnHours(question);
        SensorDoubts doubts = new SensorDoubts(question, own);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Wake> wakes = new ArrayList<>();
        for (HourReading reading : own.open()) {
            List<Doubt> found = doubts.of(reading);
            found.forEach(doubt -> snapshots.add(snapshot(own, reading, reading.hour(), doubt)));
            if (found.isEmpty()) {
                snapshots.add(snapshot(own, reading, reading.hour(), Doubt.NONE));
            }
            Wake wake = own.afterHole(reading, over -> snapshots.add(snapshot(own, reading, over, Doubt.NONE)));
            if (wake != null) {
                wakes.add(wake);
            }
        }
        return List.of(Series.of(snapshots, null, wakes));
    }

    private static Snapshot snapshot(OwnHours own, HourReading reading, long at, Doubt doubt) {
        Map<String, Object> values = new HashMap<>();
        values.put("fault", doubt.fault());
        values.put("factor", doubt.factor());
        values.put("hours", (long) doubt.hours());
        values.put("times", doubt.times());
        values.put("hour", Instant.ofEpochMilli(at));
        return new Snapshot(at, reading.receivedAt(), values, () -> finding(own, reading, doubt));
    }

    private static Finding finding(OwnHours own, HourReading reading, Doubt doubt) {
        Finding finding = own.finding(reading.hour())
                .names("factorName", Labels.factor(doubt.factor()))
                .names("faultName", FAULTS.getOrDefault(doubt.fault(), Labels.same(null)))
                .because(EvidenceOf.hour(reading, doubt.factor()));
        doubt.shownBy().forEach(other -> finding.because(EvidenceOf.hour(other, doubt.factor())));
        return finding;
    }

    /**
     * A reason not to believe.
     *
     * @param fault which
     * @param factor of which factor
     * @param hours over how many hours
     * @param times how many times the neighbours', 0 when nothing is compared
     * @param shownBy hours that show it
     */
    record Doubt(String fault, String factor, int hours, double times, List<HourReading> shownBy) {
        static final Doubt NONE = new Doubt("–", "–", 0, 0, List.of());
    }
}
