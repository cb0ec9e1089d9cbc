package io.sanse.model.library;

import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Overrides;
import io.sanse.model.file.Problem;
import io.sanse.model.library.compiled.ClassText;
import io.sanse.model.library.compiled.Code;
import io.sanse.model.library.compiled.NotCovered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles the expressions of a model to methods of one class. It says the same as before, sooner. */
public final class ModelCompiler {
    private final Model model;
    private final Map<Expression<?>, CelExpression<?>> found = new LinkedHashMap<>();
    private final Map<Expression<?>, Integer> numbers = new LinkedHashMap<>();
    private final List<Problem> interpreted = new ArrayList<>();

    private ModelCompiler(Model model) {
        this.model = model;
        model.levels().forEach(rule -> find(rule.when()));
        find(model.score());
        model.aggravations().forEach(rule -> find(rule.when()));
    }

    /**
     * A model whose expressions are compiled.
     *
     * @param model the model
     * @param interpreted where an expression is left to the interpreter, and why
     */
    public record Compiled(Model model, List<Problem> interpreted) {
        public Compiled {
            interpreted = List.copyOf(interpreted);
        }

        private Compiled with(Overrides overrides) {
            return new Compiled(model.with(overrides.map(one -> compiled(one).model())), interpreted);
        }
    }

    /** All models of a set. */
    public static ModelSet compiled(ModelSet set) {
        List<Model> models =
                set.models().stream().map(model -> compiled(model).model()).toList();
        return new ModelSet(models, set.tracks(), set.outages(), set.backlog(), set.calendar());
    }

    /** One model; what is no expression in CEL stays as it is. */
    public static Compiled compiled(Model model) {
        Compiled alone = new ModelCompiler(model).compiled();
        return model.overrides().isEmpty() ? alone : alone.with(model.overrides());
    }

    /** How many expressions of a set are left to the interpreter. */
    public static long interpreted(ModelSet set) {
        return set.models().stream()
                .map(ModelCompiler::new)
                .mapToLong(compiler -> compiler.found.size())
                .sum();
    }

    private Compiled compiled() {
        if (found.isEmpty()) {
            return new Compiled(model, interpreted);
        }
        ClassText text =
                new ClassText(found.values().iterator().next().expressions().names());
        found.forEach((expression, cel) -> write(expression, cel, text));
        try {
            return new Compiled(with(text.made()), interpreted);
        } catch (NotCovered refused) {
            return new Compiled(
                    model,
                    found.values().stream()
                            .map(cel -> new Problem(cel.place(), refused.getMessage()))
                            .toList());
        }
    }

    private void find(Expression<?> expression) {
        if (expression instanceof CelCondition condition) {
            found.put(expression, condition.whole());
        } else if (expression instanceof CelExpression<?> cel) {
            found.put(expression, cel);
        }
    }

    private void write(Expression<?> expression, CelExpression<?> cel, ClassText text) {
        try {
            numbers.put(expression, text.add(cel.tree()));
        } catch (NotCovered left) {
            interpreted.add(new Problem(cel.place(), left.getMessage()));
        }
    }

    private Model with(Code code) {
        return model.with(
                model.levels().stream()
                        .map(rule -> new LevelRule(rule.level(), with(code, rule.when())))
                        .toList(),
                numbers.containsKey(model.score())
                        ? new CompiledNumber(model.score(), code, numbers.get(model.score()))
                        : model.score(),
                model.aggravations().stream()
                        .map(rule -> new AggravationRule(rule.aggravation(), with(code, rule.when())))
                        .toList());
    }

    private Condition with(Code code, Condition condition) {
        Integer number = numbers.get(condition);
        return number == null ? condition : new CompiledCondition(condition, code, number);
    }
}
