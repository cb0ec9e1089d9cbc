package io.sanse.model.cli;

import io.sanse.contract.detection.Aggravation;
import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTime;
import io.sanse.model.cases.JournalEntry;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.explain.Explanation;
import io.sanse.model.detect.explain.Reason;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.rule.Clause.Joint;
import io.sanse.model.detect.rule.Model;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells what a model looked at in a case, moment by moment, and why it found a level or none. */
final class ExplanationPage {
    private static final String INDENT = "  ";

    private final Model model;
    private final CaseTime times;
    private final Consumer<String> out;

    ExplanationPage(Model model, CaseTime times, Consumer<String> out) {
        this.model = model;
        this.times = times;
        this.out = out;
    }

    void write(ModelCase one, List<JournalEntry> entries) {
        out.accept(model.id() + " version " + model.head().version() + ", case '" + one.name() + "' (" + one.place()
                + ")");
        if (entries.isEmpty()) {
            out.accept("nothing to judge: the operator " + model.operator().name() + " found no situation");
        }
        entries.forEach(this::write);
    }

    private void write(JournalEntry entry) {
        if (entry instanceof JournalEntry.Moment moment) {
            moment(moment);
        } else if (entry instanceof JournalEntry.Doubt doubt) {
            out.accept(times.format(doubt.at()) + "  cannot be judged: " + doubt.reason());
        } else if (entry instanceof JournalEntry.Word word) {
            out.accept("=> " + CasePlayer.show(times, word.detection()) + ": "
                    + word.detection().text().en());
        }
    }

    private void moment(JournalEntry.Moment moment) {
        Explanation explanation = moment.explanation();
        out.accept(times.format(Instant.ofEpochMilli(explanation.at())) + INDENT + result(explanation));
        out.accept(INDENT + "values: " + all(moment.values()));
        explanation.levels().forEach(level -> {
            String found = level.level() == explanation.level() ? " (found)" : "";
            out.accept(INDENT + level.level().text() + found);
            reason(level.reason(), INDENT + INDENT, moment);
        });
    }

    private static String result(Explanation explanation) {
        if (explanation.level() == null) {
            return "no level";
        }
        String aggravations = explanation.aggravations().stream()
                .map(Aggravation::text)
                .sorted()
                .collect(Collectors.joining(", "));
        return explanation.level().text() + ", score " + explanation.score()
                + (aggravations.isEmpty() ? ", no aggravation" : ", aggravations: " + aggravations);
    }

    private void reason(Reason reason, String indent, JournalEntry.Moment moment) {
        String answer = reason.holds() == null ? "?   " : reason.holds() ? "yes " : "no  ";
        if (reason.clause().joint() == Joint.NONE) {
            out.accept(indent + answer + reason.clause().text() + named(reason, moment));
            return;
        }
        out.accept(indent + answer + (reason.clause().joint() == Joint.ALL ? "all of" : "one of"));
        reason.parts().forEach(part -> reason(part, indent + INDENT + INDENT, moment));
    }

    /** The values that a clause looks at, thresholds with their units. */
    private String named(Reason reason, JournalEntry.Moment moment) {
        return new TreeSet<>(reason.clause().names())
                .stream()
                        .map(name -> name + " = " + value(name, moment))
                        .collect(Collectors.joining(", ", "   [", "]"));
    }

    private String value(String name, JournalEntry.Moment moment) {
        Parameter parameter = moment.parameters().find(name);
        return parameter == null ? ShownValue.of(moment.values().get(name), times) : parameter.withUnit();
    }

    private String all(Map<String, Object> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + ShownValue.of(entry.getValue(), times))
                        .collect(Collectors.joining(", "));
    }
}
