package io.sanse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.service.ModelList;
import io.sanse.model.library.Library;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {
    private final ModelList models = ModelCatalogue.of(Library.load());

    @ParameterizedTest(name = "{0} begins at {1}")
    @CsvSource({
        "manifest-overdue, BLUE",
        "manifest-weight-gap, BLUE",
        "enterprise-storage-overdue, BLUE",
        "vehicle-suspicious-stop, YELLOW",
        "vehicle-position-silent, BLUE",
        "air-local-rise, YELLOW",
        "restricted-zone-passage, BLUE",
        "convoy, BLUE",
        "over-stay, BLUE",
        "sensor-untrustworthy, BLUE",
        "air-night-emission, YELLOW",
        "water-exceedance, BLUE",
        "vehicle-cloned-plate, YELLOW",
        "vehicle-load-vanished, YELLOW"
    })
    void everyModelIsListedWithItsLevelAndText(String id, Level level) {
        ModelList.Model model = models.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(level, model.level());
        assertTrue(model.source().contains("id: " + id));
    }

    @Test
    void everyValueByLawHasItsArticle() {
        List<ModelList.Parameter> byLaw = models.items().stream()
                .flatMap(model -> model.parameters().stream())
                .filter(parameter -> parameter.source().equals("L"))
                .toList();
        assertEquals(
                List.of(
                        "confirmWithin",
                        "operatorLimit",
                        "collectorLimit",
                        "w01009Limits",
                        "w01018Limits",
                        "w01019Limits",
                        "w21003Limits",
                        "w21011Limits"),
                byLaw.stream().map(ModelList.Parameter::name).toList());
        byLaw.forEach(parameter -> assertTrue(!parameter.article().isBlank()));
    }
}
