package io.sanse.model.library.sense;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;

/** Evaluates what names parameters alone. */
@FunctionalInterface
public interface Worth {
    /** @throws CelEvaluationException when it has no value */
    Object of(CelAbstractSyntaxTree tree) throws CelEvaluationException;
}
