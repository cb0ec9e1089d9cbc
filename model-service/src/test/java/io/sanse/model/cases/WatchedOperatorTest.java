package io.sanse.model.cases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.sanse.model.detect.situation.Operator;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WatchedOperatorTest {
    static Method[] questions() {
        return Operator.class.getDeclaredMethods();
    }

    /** What it does not pass on would be answered for the operator by a default. */
    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionIsPassedOn(Method question) {
        assertDoesNotThrow(
                () -> WatchedOperator.class.getDeclaredMethod(question.getName(), question.getParameterTypes()));
    }
}
