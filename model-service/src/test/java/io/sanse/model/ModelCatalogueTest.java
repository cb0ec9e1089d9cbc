package io.sanse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.service.ModelList;
import io.sanse.model.library.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {
    private final ModelList models = ModelCatalogue.of(Library.load());

    @Test
    void everyModelIsListedWithItsLevelAndText() {
        assertEquals(
                List.of(
                        "manifest-overdue",
                        "manifest-weight-gap",
                        "enterprise-storage-overdue",
                        "vehicle-suspicious-stop",
                        "vehicle-position-silent",
                        "air-local-rise"),
                models.items().stream().map(ModelList.Model::id).toList());
        assertEquals(
                List.of(Level.BLUE, Level.BLUE, Level.BLUE, Level.YELLOW, Level.BLUE, Level.YELLOW),
                models.items().stream().map(ModelList.Model::level).toList());
        models.items().forEach(model -> assertTrue(model.source().contains("id: " + model.id())));
    }

    @Test
    void everyValueByLawHasItsArticle() {
        List<ModelList.Parameter> byLaw = models.items().stream()
                .flatMap(model -> model.parameters().stream())
                .filter(parameter -> parameter.source().equals("L"))
                .toList();
        assertEquals(
                List.of("confirmWithin", "operatorLimit", "collectorLimit"),
                byLaw.stream().map(ModelList.Parameter::name).toList());
        byLaw.forEach(parameter -> assertTrue(!parameter.article().isBlank()));
    }
}
