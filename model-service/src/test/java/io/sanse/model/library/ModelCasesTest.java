package io.sanse.model.library;

import io.sanse.model.detect.ModelSet;
import io.sanse.model.testing.ModelCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the tables of cases that lie beside the models. */
class ModelCasesTest {
    private final ModelSet models = Library.load();

    @TestFactory
    Stream<DynamicTest> everyModelsTable() {
        return Library.MODELS.stream().flatMap(model -> ModelCases.of(models, model));
    }
}
