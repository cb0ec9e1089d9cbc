package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.Model;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every expression of the library is compiled, and over the values that the first cases of its table bring about it says what the interpreter says. */
class CompiledLibraryTest {
    private final ModelSet models = Library.load();

    @TestFactory
    Stream<DynamicTest> everyModel() {
        return models.models().stream().map(model -> DynamicTest.dynamicTest(model.id(), () -> compare(model)));
    }

    private void compare(Model model) {
        ModelCompiler.Compiled compiled = ModelCompiler.compiled(model);
        assertEquals(List.of(), compiled.interpreted());
        List<Expression<?>> interpreted = LibraryMoments.expressions(model);
        List<Expression<?>> ways = LibraryMoments.expressions(compiled.model());
        List<Map<String, Object>> moments = new LibraryMoments(models).of(model);
        assertFalse(moments.isEmpty());
        for (Map<String, Object> values : moments) {
            for (int i = 0; i < ways.size(); i++) {
                assertEquals(interpreted.get(i).of(values), direct(ways.get(i), values), () -> values.toString());
            }
        }
    }

    /** What the method itself says, without the interpreter behind it. */
    private static Object direct(Expression<?> compiled, Map<String, Object> values) {
        if (compiled instanceof CompiledNumber number) {
            return number.code().number(number.number(), values);
        }
        assertTrue(compiled instanceof CompiledCondition);
        CompiledCondition condition = (CompiledCondition) compiled;
        return condition.code().holds(condition.number(), values);
    }
}
