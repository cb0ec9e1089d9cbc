package io.sanse.model.library;

import io.sanse.contract.Level;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.sense.Sense;
import io.sanse.model.library.sense.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a model judges by: levels, score and aggravations. */
final class RuleReader {
    private final YamlMap yaml;
    private final CelExpressions expressions;
    private final Problems problems;
    private final Sense sense;

    /**
     * One that asks whether what is written makes sense.
     *
     * @param expressions or null when there is nothing to check conditions with
     * @param sense or null when nothing is asked
     */
    RuleReader(YamlMap yaml, CelExpressions expressions, Problems problems, Sense sense) {
        this.yaml = yaml;
        this.expressions = expressions;
        this.problems = problems;
        this.sense = sense;
    }

    /** One that does not ask whether what is written makes sense: with the values of a place a level may never win that does elsewhere. */
    static RuleReader trusting(YamlMap yaml, CelExpressions expressions, Problems problems) {
        return new RuleReader(yaml, expressions, problems, null);
    }

    /** The values and parameters that have been named so far. */
    Set<String> names() {
        return sense.names();
    }

    List<LevelRule> levels() {
        List<LevelRule> levels = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        List<YamlMap> items = yaml.maps("levels");
        for (YamlMap item : items) {
            problems.check(() -> problems.ask(() -> item.only(Set.of("level", "when"))));
            Level level = problems.tried(() -> item.parsed("level", text -> named(text, Level.values(), Level::text)));
            problems.check(() -> {
                item.text("when");
                if (expressions != null) {
                    Condition condition = condition(item);
                    levels.add(new LevelRule(level, condition));
                    written.add(expressions.written(item, "when", condition));
                }
            });
        }
        if (items.isEmpty()) {
            throw new ModelFileException(yaml.place("levels"), "a model needs at least one level with its condition");
        }
        check(sense -> sense.levels(written));
        return levels;
    }

    Expression<Long> score() {
        Expression<Long> score = expressions.number(yaml, "score");
        problems.ask(() -> expressions.checkCost(yaml, "score", score));
        check(sense -> sense.score(expressions.written(yaml, "score", score)));
        return score;
    }

    List<AggravationRule> aggravations() {
        List<AggravationRule> rules = new ArrayList<>();
        for (YamlMap item :
                yaml.has(ModelReader.AGGRAVATIONS) ? yaml.maps(ModelReader.AGGRAVATIONS) : List.<YamlMap>of()) {
            problems.check(() -> problems.ask(() -> item.only(Set.of("aggravation", "when"))));
            Aggravation aggravation = problems.tried(
                    () -> item.parsed("aggravation", text -> named(text, Aggravation.values(), Aggravation::text)));
            problems.check(() -> {
                Condition condition = condition(item);
                rules.add(new AggravationRule(aggravation, condition));
                check(sense -> sense.aggravation(expressions.written(item, "when", condition)));
            });
        }
        return rules;
    }

    private void check(Consumer<Sense> part) {
        if (sense != null) {
            problems.ask(() -> part.accept(sense));
        }
    }

    private Condition condition(YamlMap item) {
        Condition condition = expressions.condition(item, "when");
        problems.ask(() -> expressions.checkCost(item, "when", condition));
        return condition;
    }

    private static <E> E named(String text, E[] all, Function<E, String> name) {
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no '" + text + "'; there are "
                        + Stream.of(all).map(name).collect(Collectors.joining(", "))));
    }
}
