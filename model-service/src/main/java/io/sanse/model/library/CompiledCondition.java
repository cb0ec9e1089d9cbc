package io.sanse.model.library;

import io.sanse.model.detect.rule.Clause;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.library.compiled.Code;
import java.util.Map;

/** A condition as a method; where that does not know an answer, the interpreter does. */
record CompiledCondition(Condition interpreted, Code code, int number) implements Condition {
    @Override
    public Boolean of(Map<String, Object> values) {
        try {
            return code.holds(number, values);
        } catch (RuntimeException outOfTheOrdinary) {
            return interpreted.of(values);
        }
    }

    @Override
    public Clause clause() {
        return interpreted.clause();
    }
}
