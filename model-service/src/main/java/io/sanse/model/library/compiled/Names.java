package io.sanse.model.library.compiled;

import dev.cel.common.CelAbstractSyntaxTree;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import java.util.Map;
import java.util.function.Function;

/**
 * What the expressions of a model may name.
 *
 * @param variables the values that differ from moment to moment, and their types
 * @param parameters the values that stay: they are written into the code
 * @param interpreter says what an expression that names nothing is worth, or null when it is an error
 */
public record Names(
        Map<String, VariableType> variables,
        Parameters parameters,
        Function<CelAbstractSyntaxTree, Object> interpreter) {
    public Names {
        variables = Map.copyOf(variables);
    }

    Object constant(CelAbstractSyntaxTree tree) {
        return interpreter.apply(tree);
    }
}
