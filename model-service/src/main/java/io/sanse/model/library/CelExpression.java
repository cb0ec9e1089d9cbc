package io.sanse.model.library;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.file.Place;
import java.util.Map;

/**
 * An expression in CEL, interpreted.
 *
 * @param <T> type of its result
 */
final class CelExpression<T> implements Expression<T> {
    private final CelExpressions expressions;
    private final Place place;
    private final CelAbstractSyntaxTree tree;
    private final Class<T> type;
    private final CelRuntime.Program program;

    CelExpression(CelExpressions expressions, Place place, CelAbstractSyntaxTree tree, Class<T> type) {
        this.expressions = expressions;
        this.place = place;
        this.tree = tree;
        this.type = type;
        this.program = CelExpressions.program(place, tree);
    }

    Place place() {
        return place;
    }

    CelAbstractSyntaxTree tree() {
        return tree;
    }

    CelExpressions expressions() {
        return expressions;
    }

    /** A value that an operator forgot to give makes the result something else than its type: that is a defect, never a "no". */
    @Override
    public T of(Map<String, Object> values) {
        try {
            Object value = program.eval(name -> expressions.value(name, values));
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw new IllegalStateException(place + ": the expression has no value: " + value);
        } catch (CelEvaluationException failure) {
            throw new IllegalStateException(place + ": " + failure.getMessage(), failure);
        }
    }
}
