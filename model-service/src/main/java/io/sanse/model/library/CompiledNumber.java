package io.sanse.model.library;

import io.sanse.model.detect.rule.Expression;
import io.sanse.model.library.compiled.Code;
import java.util.Map;

/** A number as a method; where that does not know an answer, the interpreter does. */
record CompiledNumber(Expression<Long> interpreted, Code code, int number) implements Expression<Long> {
    @Override
    public Long of(Map<String, Object> values) {
        try {
            return code.number(number, values);
        } catch (RuntimeException outOfTheOrdinary) {
            return interpreted.of(values);
        }
    }
}
