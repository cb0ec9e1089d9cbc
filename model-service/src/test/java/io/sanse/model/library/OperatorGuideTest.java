package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.situation.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is told of operators is what they are. */
class OperatorGuideTest {
    private static final Path PAGE = Path.of("../docs/operators.md");

    @TestFactory
    Stream<DynamicTest> everyNameHasAMeaningAndNoOther() {
        var guides = OperatorGuide.all();
        return Operators.all().stream()
                .map(operator ->
                        DynamicTest.dynamicTest(operator.name(), () -> check(operator, guides.get(operator.name()))));
    }

    private static void check(Operator operator, OperatorGuide guide) {
        assertEquals(operator.parameters().keySet(), guide.parameters().keySet());
        assertEquals(operator.variables().keySet(), guide.variables().keySet());
        assertEquals(Set.copyOf(operator.names()), guide.names().keySet());
    }

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = OperatorsPage.render();
        if (Boolean.getBoolean("sanse.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "docs/operators.md is not up to date; its first lines say how");
    }
}
