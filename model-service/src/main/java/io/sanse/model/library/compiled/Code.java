package io.sanse.model.library.compiled;

import java.util.Map;

/**
 * The expressions of a model as methods. Each throws a {@link RuntimeException} when values are out of the ordinary: that says nothing of what the expression is worth.
 */
public abstract class Code {
    /**
     * Whether a condition holds.
     *
     * @param expression its number
     */
    public abstract boolean holds(int expression, Map<String, Object> values);

    /**
     * What a number is.
     *
     * @param expression its number
     */
    public abstract long number(int expression, Map<String, Object> values);
}
