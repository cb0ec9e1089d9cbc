package io.sanse.model.library;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problem;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.compiled.Names;
import io.sanse.model.library.parameter.ParameterReader;
import io.sanse.model.library.sense.Cost;
import io.sanse.model.library.sense.Sense;
import io.sanse.model.library.sense.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and checks the CEL expressions of one model: variables are the operator's values and the model's parameters, with their types. */
final class CelExpressions {
    /** In the steps that a pattern is made of; each is tried at each character. */
    private static final int LONGEST_PATTERN = 1_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .populateMacroCalls(true)
            .comprehensionMaxIterations(Cost.MOST_STEPS)
            .maxRegexProgramSize(LONGEST_PATTERN)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static final double MOST_TOLD = 1e15;

    private final Map<String, VariableType> variables;
    private final ParameterReader.Reading parameters;

    /**
     * In a published text a parameter may have the name of a value that its operator has got since: there it is the parameter, as it was.
     *
     * @param parameters of those that were refused only the name is known, so any use of them passes
     */
    CelExpressions(Map<String, VariableType> variables, ParameterReader.Reading parameters) {
        this.variables = new HashMap<>(variables);
        parameters.parameters().list().forEach(parameter -> this.variables.remove(parameter.name()));
        this.parameters = parameters;
    }

    Condition condition(YamlMap yaml, String key) {
        CelAbstractSyntaxTree tree = compile(yaml, key, SimpleType.BOOL);
        return new CelCondition(this, new CelExpression<>(this, yaml.place(key), tree, Boolean.class));
    }

    Expression<Long> number(YamlMap yaml, String key) {
        return new CelExpression<>(this, yaml.place(key), compile(yaml, key, SimpleType.INT), Long.class);
    }

    /** What the expressions may name. */
    Names names() {
        return new Names(variables, parameters.parameters(), CelExpressions::constant);
    }

    private static Object constant(CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree).eval();
        } catch (CelEvaluationException noValue) {
            return null;
        }
    }

    /**
     * Looks for what can only be wrong.
     *
     * @param sets all sets of parameters that the model has in some place
     */
    Sense sense(List<Parameters> sets) {
        return new Sense(sets.stream()
                .map(set -> new Sense.Setting(
                        set, tree -> RUNTIME.createProgram(tree).eval(name -> Optional.ofNullable(set.value(name)))))
                .toList());
    }

    /** An expression that has been read here. */
    Written written(YamlMap yaml, String key, Expression<?> read) {
        return new Written(key, tree(read), offset -> yaml.within(key, offset));
    }

    private static CelAbstractSyntaxTree tree(Expression<?> read) {
        return read instanceof CelCondition condition ? condition.whole().tree() : ((CelExpression<?>) read).tree();
    }

    private CelAbstractSyntaxTree compile(YamlMap yaml, String key, CelType type) {
        String text = yaml.text(key);
        CelValidationResult checked = compiler(type).compile(text, "expression");
        if (checked.hasError()) {
            List<Problem> problems = checked.getErrors().stream()
                    .map(issue ->
                            new Problem(yaml.within(key, offset(text, issue)), "'" + key + "': " + issue.getMessage()))
                    .toList();
            throw new ModelFileException(problems);
        }
        return tree(checked, yaml.place(key));
    }

    /** @throws ModelFileException when an expression that has been read here may take too long */
    void checkCost(YamlMap yaml, String key, Expression<?> read) {
        double cost = Cost.of(tree(read), names());
        if (!(cost <= Cost.MOST_STEPS)) {
            String steps = cost < MOST_TOLD ? "%,.0f steps".formatted(cost) : "steps beyond all measure";
            throw new ModelFileException(
                    yaml.place(key),
                    "'%s': may take %s; %,d are allowed: walk through fewer or shorter lists, and not one within another"
                            .formatted(key, steps, Cost.MOST_STEPS));
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult checked, Place place) {
        try {
            return checked.getAst();
        } catch (CelValidationException refused) {
            throw new ModelFileException(place, refused.getMessage(), refused);
        }
    }

    /** Where in a text an issue lies, in characters. */
    private static int offset(String text, CelIssue issue) {
        int lineStart = 0;
        for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
            lineStart = text.indexOf('\n', lineStart) + 1;
        }
        return text.codePointCount(0, lineStart)
                + Math.max(0, issue.getSourceLocation().getColumn());
    }

    /** A part of a condition that was written by itself. */
    CelAbstractSyntaxTree part(String text, Place place) {
        return tree(compiler(SimpleType.BOOL).compile(text, "expression"), place);
    }

    private CelCompiler compiler(CelType type) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(type);
        variables.forEach((name, variable) -> builder.addVar(name, type(variable)));
        for (Parameter parameter : parameters.parameters().list()) {
            builder.addVar(parameter.name(), type(parameter.unit().type()));
        }
        parameters.refused().forEach(name -> builder.addVar(name, SimpleType.DYN));
        return builder.build();
    }

    private static CelType type(VariableType type) {
        return switch (type) {
            case DURATION -> SimpleType.DURATION;
            case NUMBER -> SimpleType.DOUBLE;
            case COUNT -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case TEXT -> SimpleType.STRING;
            case TIME -> SimpleType.TIMESTAMP;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBERS -> ListType.create(SimpleType.DOUBLE);
        };
    }

    /** @throws ModelFileException when the interpreter refuses it */
    static CelRuntime.Program program(Place place, CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException refused) {
            throw new ModelFileException(place, refused.getMessage(), refused);
        }
    }

    /** What a name stands for. */
    Optional<Object> value(String name, Map<String, Object> values) {
        Object parameter = parameters.parameters().value(name);
        return Optional.ofNullable(parameter == null ? values.get(name) : parameter);
    }
}
