package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the tables of cases that lie beside the models. */
class ModelCasesTest {
    private final ModelSet models = Library.load();

    @TestFactory
    Stream<DynamicTest> everyModelsTable() {
        return models.models().stream().flatMap(this::table);
    }

    private Stream<DynamicTest> table(Model model) {
        CasePlayer player = new CasePlayer(models, model);
        return LibraryCases.of(model).stream()
                .map(one -> DynamicTest.dynamicTest(model.id() + ": " + one.name(), () -> play(player, one)));
    }

    private static void play(CasePlayer player, ModelCase one) {
        assertEquals(List.of(), player.judge(one).differences());
    }
}
