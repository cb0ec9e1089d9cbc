package io.sanse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.service.ModelList;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {
    private final ModelList models = ModelCatalogue.of(Library.load());

    @Test
    void everyModelIsListedOnceWithItsText() {
        Set<String> ids = new HashSet<>();
        models.items().forEach(model -> {
            assertTrue(ids.add(model.id()), model.id());
            assertTrue(model.source().contains("id: " + model.id()));
            assertFalse(model.description().zh().isBlank());
            assertFalse(model.description().en().isBlank());
        });
        assertEquals(Library.load().models().size(), ids.size());
    }

    @ParameterizedTest(name = "{0} raises {1} at first")
    @CsvSource({
        "manifest-overdue, BLUE",
        "enterprise-storage-overdue, BLUE",
        "vehicle-suspicious-stop, YELLOW",
        "air-local-rise, YELLOW"
    })
    void theMildestLevelIsShown(String id, Level level) {
        ModelList.Model model = models.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(level, model.level());
    }

    @Test
    void valuesInPlacesAreTold() {
        String text = Library.load()
                .models()
                .get(1)
                .head()
                .source()
                .replaceFirst("source: P}", "source: P, overrides: [{district: \"330784\", value: 1}]}");
        Model model = ModelReader.read("own.yaml", text);
        List<ModelList.OwnValue> told = ModelCatalogue.of(Library.with(model)).items().get(1).parameters().stream()
                .flatMap(parameter -> parameter.overrides().stream())
                .toList();
        assertEquals(List.of(new ModelList.OwnValue("district", "330784", "1", null)), told);
    }

    @Test
    void everyValueByLawHasItsArticle() {
        List<ModelList.Parameter> byLaw = models.items().stream()
                .flatMap(model -> model.parameters().stream())
                .filter(parameter -> parameter.source().equals("L"))
                .toList();
        assertTrue(byLaw.stream()
                .map(ModelList.Parameter::name)
                .toList()
                .containsAll(List.of("confirmWithin", "operatorLimit", "collectorLimit")));
        byLaw.forEach(parameter -> assertFalse(parameter.article().isBlank(), parameter.name()));
    }
}
