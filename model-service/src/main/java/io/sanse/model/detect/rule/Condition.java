package io.sanse.model.detect.rule;

/** A condition of a model. */
public interface Condition extends Expression<Boolean> {
    /** What it is made of; to be asked for explanations only, because it is read anew each time. */
    Clause clause();
}
