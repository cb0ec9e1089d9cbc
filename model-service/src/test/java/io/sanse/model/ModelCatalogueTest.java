package io.sanse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.service.ModelList;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private final ModelList models = ModelCatalogue.of(Library.load(), NOON);

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
        List<ModelList.OwnValue> told =
                ModelCatalogue.of(Library.with(model), NOON).items().get(1).parameters().stream()
                        .flatMap(parameter -> parameter.overrides().stream())
                        .toList();
        assertEquals(List.of(new ModelList.OwnValue("district", "330784", "1", null)), told);
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-05T04:00:00Z, over",
        "2026-03-01T00:00:00Z, 2026-03-05T04:00:01Z, in force",
        "2026-03-05T04:00:00Z, 2026-04-01T00:00:00Z, in force",
        "2026-03-05T04:00:01Z, 2026-04-01T00:00:00Z, to come"
    })
    void silencesThatAreNotOverAreTold(String from, String until, String standing) {
        String silences =
                "silences:\n  - {district: '3307', from: '2026-03-06T00:00:00Z', until: '2026-03-07T00:00:00Z',"
                        + " owner: desk, reason: drill}\n  - {from: '" + from + "', until: '" + until
                        + "', owner: bureau, reason: works}\n";
        Model model = ModelReader.read(
                "own.yaml", Library.load().models().get(1).head().source() + silences);
        List<ModelList.Silence> told =
                ModelCatalogue.of(Library.with(model), NOON).items().get(1).silences();
        ModelList.Silence next = new ModelList.Silence(
                "district",
                "3307",
                Instant.parse("2026-03-06T00:00:00Z"),
                Instant.parse("2026-03-07T00:00:00Z"),
                false,
                "desk",
                "drill");
        ModelList.Silence own = new ModelList.Silence(
                null, null, Instant.parse(from), Instant.parse(until), standing.equals("in force"), "bureau", "works");
        assertEquals(standing.equals("over") ? List.of(next) : List.of(own, next), told);
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
