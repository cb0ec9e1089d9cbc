package io.sanse.model.explain;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ModelExplanation.ExplainedCondition;
import io.sanse.contract.explain.ModelExplanation.ExplainedLevel;
import io.sanse.contract.explain.ModelExplanation.ExplainedMoment;
import io.sanse.model.detect.explain.Explainer;
import io.sanse.model.detect.explain.Explanation;
import io.sanse.model.detect.explain.Reason;
import io.sanse.model.detect.explain.ShownDuration;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.rule.Clause.Joint;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells people what one model made of a moment. */
final class Telling {
    private final Model model;
    private final Explainer explainer;

    Telling(Model model) {
        this.model = model;
        this.explainer = new Explainer(model);
    }

    ExplainedMoment moment(Snapshot snapshot) {
        Explanation explanation = explainer.explain(snapshot);
        Map<String, String> values = new TreeMap<>();
        snapshot.values().forEach((name, value) -> values.put(name, shown(value)));
        List<ExplainedLevel> levels = explanation.levels().stream()
                .map(level -> new ExplainedLevel(level.level(), condition(level.reason(), snapshot.values())))
                .toList();
        return new ExplainedMoment(
                Instant.ofEpochMilli(explanation.at()),
                explanation.level(),
                explanation.score(),
                explanation.aggravations().stream().sorted().toList(),
                values,
                levels,
                explanation.level() == null ? fewestMissing(levels) : List.of());
    }

    private ExplainedCondition condition(Reason reason, Map<String, Object> values) {
        Map<String, String> named = new TreeMap<>();
        if (reason.clause().joint() == Joint.NONE) {
            reason.clause().names().forEach(name -> named.put(name, value(name, values)));
        }
        return new ExplainedCondition(
                reason.clause().text(),
                reason.holds(),
                reason.clause().joint().name().toLowerCase(Locale.ROOT),
                named,
                reason.parts().stream().map(part -> condition(part, values)).toList());
    }

    private String value(String name, Map<String, Object> values) {
        Parameter parameter = model.parameters().find(name);
        return parameter == null ? shown(values.get(name)) : parameter.withUnit();
    }

    private static String shown(Object value) {
        return value instanceof Duration duration ? ShownDuration.of(duration) : String.valueOf(value);
    }

    private static List<ExplainedCondition> fewestMissing(List<ExplainedLevel> levels) {
        return levels.stream()
                .map(level -> missing(level.condition()).toList())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** What would have to hold besides; of alternatives the one that lacks the least. */
    private static Stream<ExplainedCondition> missing(ExplainedCondition condition) {
        if (Boolean.TRUE.equals(condition.holds())) {
            return Stream.empty();
        }
        return switch (condition.joint()) {
            case "all" -> condition.parts().stream().flatMap(Telling::missing);
            case "any" ->
                condition.parts().stream()
                        .map(part -> missing(part).toList())
                        .min(Comparator.comparingInt(List::size))
                        .orElse(List.of())
                        .stream();
            default -> Stream.of(condition);
        };
    }

    static LocalizedText sentence(ExplanationOutcome outcome) {
        return switch (outcome) {
            case FIRED -> new LocalizedText("该时刻处于一次模型命中之内", "a detection covers this time");
            case NEAR_MISS -> new LocalizedText("未命中：仅差一项条件", "not found: exactly one condition was missing");
            case NOT_FOUND ->
                new LocalizedText(
                        "未命中：多项条件不成立",
                        "not found: more than one condition was missing, or what was found lies at another time");
            case UNDECIDED -> new LocalizedText("数据不足，无法判定", "it could not be judged");
            case NO_SITUATION ->
                new LocalizedText(
                        "有观测数据，但没有该模型所判断的情形",
                        "there are observations, but no situation of the kind that this model judges");
            case NO_DATA -> new LocalizedText("该时刻前后没有保存的观测数据", "nothing is kept of this subject around this time");
        };
    }
}
