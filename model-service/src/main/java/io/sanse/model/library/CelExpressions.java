package io.sanse.model.library;

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
import io.sanse.model.detect.rule.Expression;
import java.util.Map;
import java.util.Optional;

/** Compiles the CEL expressions of one model: variables are the operator's values and the model's parameters, with their types. */
final class CelExpressions {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<String, VariableType> variables;
    private final Parameters parameters;

    CelExpressions(Map<String, VariableType> variables, Parameters parameters) {
        this.variables = variables;
        this.parameters = parameters;
    }

    Expression<Boolean> condition(YamlMap yaml, String key) {
        return compile(yaml, key, SimpleType.BOOL, Boolean.class);
    }

    Expression<Long> number(YamlMap yaml, String key) {
        return compile(yaml, key, SimpleType.INT, Long.class);
    }

    private <T> Expression<T> compile(YamlMap yaml, String key, CelType type, Class<T> result) {
        String text = yaml.text(key);
        Place place = yaml.textPlace(key);
        CelValidationResult checked = compiler(type).compile(text, "expression");
        if (checked.hasError()) {
            throw error(place, key, checked.getErrors().get(0));
        }
        try {
            CelRuntime.Program program = RUNTIME.createProgram(checked.getAst());
            return values -> evaluate(program, values, place, result);
        } catch (CelValidationException | CelEvaluationException refused) {
            throw new ModelFileException(place, "'" + key + "': " + refused.getMessage(), refused);
        }
    }

    private static ModelFileException error(Place place, String key, CelIssue issue) {
        boolean firstLine = issue.getSourceLocation().getLine() <= 1;
        Place exact =
                firstLine ? place.right(Math.max(0, issue.getSourceLocation().getColumn())) : place;
        return new ModelFileException(exact, "'" + key + "': " + issue.getMessage());
    }

    private CelCompiler compiler(CelType type) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(type);
        variables.forEach((name, variable) -> builder.addVar(name, type(variable)));
        for (Parameter parameter : parameters.list()) {
            builder.addVar(parameter.name(), type(parameter.unit().type()));
        }
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

    /** A value that an operator forgot to give makes the result something else than its type: that is a defect, never a "no". */
    private <T> T evaluate(CelRuntime.Program program, Map<String, Object> values, Place place, Class<T> result) {
        try {
            Object value = program.eval(
                    name -> Optional.ofNullable(values.containsKey(name) ? values.get(name) : parameters.value(name)));
            if (result.isInstance(value)) {
                return result.cast(value);
            }
            throw new IllegalStateException(place + ": the expression has no value: " + value);
        } catch (CelEvaluationException failure) {
            throw new IllegalStateException(place + ": " + failure.getMessage(), failure);
        }
    }
}
