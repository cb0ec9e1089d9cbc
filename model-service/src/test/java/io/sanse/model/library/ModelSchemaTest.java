package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSchemaTest {
    private static final Path PAGE = Path.of("../docs/model.schema.json");
    private static final String STOP = "library/vehicle/vehicle-suspicious-stop.yaml";

    private final JsonSchemaFactory drafts = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final JsonSchema schema = drafts.getSchema(ModelSchema.text());

    private Set<ValidationMessage> problems(String yaml) throws IOException {
        return schema.validate(new YAMLMapper().readTree(yaml));
    }

    @Test
    void thePublishedSchemaIsWhatTheCodeSays() throws IOException {
        assertEquals(
                ModelSchema.text(),
                Files.readString(PAGE),
                "docs/model.schema.json is not up to date: ./sanse model schema > docs/model.schema.json");
        assertEquals(ModelSchema.text(), Library.text("library/model.schema.json"));
    }

    @Test
    void itIsASchemaItself() throws IOException {
        JsonSchema draft = drafts.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(Set.of(), draft.validate(new YAMLMapper().readTree(ModelSchema.text())));
    }

    @TestFactory
    Stream<DynamicTest> everyModelFits() {
        return Library.MODELS.stream()
                .map(model -> DynamicTest.dynamicTest(
                        model, () -> assertEquals(Set.of(), problems(Library.text("library/" + model + ".yaml")))));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    version: | version: 0 #
                    version: | version: one #
                    module: vehicle | colour: red
                    id: vehicle-suspicious-stop | id: Suspicious Stop
                    subject: vehicle | subject: station
                    subject: vehicle | subject: planet
                    operator: stay-after-source | operator: guess
                    operator: stay-after-source | operator: weight-gap
                    facts: [visit, manifest] | facts: [visit]
                    facts: [visit, manifest] | facts: [visit, weighing]
                    unit: h, source: P | unit: fortnight, source: P
                    stay: {value: 20, unit: min | stay: {value: 20, unit: m
                    unit: h, source: P | unit: h, source: X
                    unit: h, source: P | unit: h, source: L
                    unit: h, source: P | unit: h
                    stayCore: {value | stay_core: {value
                    level: yellow | level: green
                    level: yellow | colour: yellow
                    {aggravation: night, when: night} | {aggravation: rain, when: night}
                    {aggravation: night, when: night} | {aggravation: night}
                    en: Suspicious stop} | fr: Arrêt suspect}
                    en: Suspicious stop} | en: ''}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{value: 30}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{district: "330784", zone: pit, value: 30}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{district: Wuyi, value: 30}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{zone: pit}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{zone: pit, value: 30, unit: h}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{subject: vehicle, value: 30}]}
                    """)
    void aFileThatIsWrongDoesNotFit(String good, String bad) throws IOException {
        String text = Library.text(STOP);
        assertFalse(problems(text.replace(good, bad)).isEmpty());
    }

    @Test
    void valuesOfPlacesFit() throws IOException {
        assertEquals(Set.of(), problems(OwnValuesTest.TEXT));
    }

    @Test
    void aModelWithoutAConditionDoesNotFit() throws IOException {
        String text = Library.text(STOP);
        int levels = text.indexOf("levels:");
        int score = text.indexOf("score:");
        assertFalse(problems(text.substring(0, levels) + "levels: []\n" + text.substring(score))
                .isEmpty());
    }
}
