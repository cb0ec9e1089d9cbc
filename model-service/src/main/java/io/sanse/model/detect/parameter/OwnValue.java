package io.sanse.model.detect.parameter;

import java.util.Comparator;

/**
 * A value that a parameter has in one scope.
 *
 * @param scope where or for whom
 * @param parameter the parameter with this value
 */
public record OwnValue(Scope scope, Parameter parameter) {
    /** The narrower scope is the greater; of two districts the one with the longer code. */
    static final Comparator<OwnValue> BY_NARROWNESS = Comparator.comparing(
                    (OwnValue one) -> one.scope().kind())
            .thenComparing(one -> one.scope().code().length());

    boolean isOf(Parameter other, Spot spot) {
        return parameter.name().equals(other.name()) && scope.covers(spot);
    }
}
