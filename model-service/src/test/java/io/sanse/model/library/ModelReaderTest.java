package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sanse.contract.Level;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {
    static final String GOOD = """
            id: manifest-weight-gap
            version: 3
            module: manifest
            subject: manifest
            name: {zh: 磅差异常, en: Weight gap}
            description: {zh: 相差过大, en: too far apart}
            facts: [manifest, weighing]
            operator: weight-gap
            parameters:
              limit: {value: 0.5, unit: t, source: P}
            levels:
              - level: blue
                when: gapTonnes > limit
            score: "40 + (hazardous ? 15 : 0)"
            text: {zh: "相差{gapTonnes:2}吨", en: "{gapTonnes:2} t apart, {generator}"}
            """;

    @Test
    void aGoodFile() {
        Model model = ModelReader.read("good.yaml", GOOD);
        assertEquals("manifest-weight-gap", model.id());
        assertEquals(3, model.head().version());
        assertEquals(Level.BLUE, model.baseLevel());
        assertEquals(0.5, model.parameters().number("limit"));
        assertEquals(GOOD, model.head().source());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    version: 3 | version: three | bad.yaml:2:10: 'version': 'three' is not a whole number
                    version: 3 | colour: red | bad.yaml:2:1: unknown field 'colour'; known are aggravations, description, facts, id, levels, module, name, operator, parameters, score, silences, subject, text, version
                    version: 3 | id: again | bad.yaml:2:1: the field 'id' is given twice
                    module: manifest | # nothing | bad.yaml:1:1: the field 'module' is missing
                    when: gapTonnes > limit | note: none | bad.yaml:13:5: unknown field 'note'; known are level, when
                    - level: blue | - | bad.yaml:13:5: the field 'level' is missing
                    when: gapTonnes > limit | when: gapTonnes > | bad.yaml:13:22: 'when': mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}
                    when: gapTonnes > limit | when: gapTons > limit | bad.yaml:13:11: 'when': undeclared reference to 'gapTons' (in container '')
                    when: gapTonnes > limit | when: gapTonnes > "much" | bad.yaml:13:21: 'when': found no matching overload for '_>_' applied to '(double, string)'
                    when: gapTonnes > limit | when: gapTonnes | bad.yaml:13:11: 'when': expected type 'bool' but found 'double'
                    level: blue | level: green | bad.yaml:12:12: 'level': there is no 'green'; there are blue, yellow, red
                    operator: weight-gap | operator: guess | bad.yaml:8:11: there is no operator 'guess'; there are manifest-deadlines, weight-gap, storage-age, stay-after-source, terminal-silence, local-rise
                    subject: manifest | subject: vehicle | bad.yaml:4:10: the operator weight-gap is about a manifest
                    subject: manifest | subject: planet | bad.yaml:4:10: 'subject': unknown subject type 'planet'
                    facts: [manifest, weighing] | facts: [manifest] | bad.yaml:7:8: the operator weight-gap reads the facts manifest, weighing
                    unit: t, source: P | unit: stone, source: P | bad.yaml:10:29: unknown unit 'stone'
                    unit: t, source: P | unit: t, source: X | bad.yaml:10:40: 'source': must be L (by law) or P (platform default)
                    unit: t, source: P | unit: t, source: L | bad.yaml:10:40: a value by law needs its article
                    value: 0.5 | value: half | bad.yaml:10:18: 'half' is not a number of t
                    value: 0.5, unit: t | value: 0.5, unit: count | bad.yaml:10:18: '0.5' is not a whole number of count
                    limit: {value | gapTonnes: {value | bad.yaml:10:3: 'gapTonnes' is the name of a value of the operator weight-gap
                    {generator} | {colour} | bad.yaml:15:60: the operator weight-gap has no value 'colour'; it has carrier, difference, gapPercent, gapTonnes, generator,
                    {gapTonnes:2}吨 | {gapTonnes:1000000000}吨 | bad.yaml:15:15: 'gapTonnes' is a number and cannot be written as '1000000000'; there are 0, 1, 2, 3, 4, 5, 6
                    {gapTonnes:2}吨 | {gapTonnes:7}吨 | bad.yaml:15:15: 'gapTonnes' is a number and cannot be written as '7'; there are 0, 1, 2, 3, 4, 5, 6
                    {gapTonnes:2}吨 | {gapTonnes:min}吨 | bad.yaml:15:15: 'gapTonnes' is a number and cannot be written as 'min'
                    {generator} | {plate:min} | bad.yaml:15:60: 'plate' is a text and cannot be written as 'min'; write {plate}
                    {generator} | {hazardous:0} | bad.yaml:15:60: 'hazardous' is a flag and cannot be written as '0'; write {hazardous}
                    {generator} | {generator:0} | bad.yaml:15:60: 'generator' is a name and cannot be written as '0'; write {generator}
                    {generator} | {generator | bad.yaml:15:36: 'en': a brace that belongs to no {name}
                    name: {zh: 磅差异常, en: Weight gap} | name: {zh: 磅差异常} | bad.yaml:5:7: the field 'en' is missing
                    en: Weight gap | en: "" | bad.yaml:5:22: 'en': is empty
                    en: "{gapTonnes:2} t apart, {generator}" | en: ' ' | bad.yaml:15:36: 'en': is empty
                    module: manifest | module: submarine | bad.yaml:3:9: there is no module 'submarine'; there are air, chemical, clue, enterprise, forest, manifest, mine, person, vehicle, water
                    levels: | levels: [ | bad.yaml:12:3: expected the node content, but found '-'
                    """)
    void aBadFileIsNamedWithLineAndColumn(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text));
        assertTrue(
                error.problems().stream().anyMatch(problem -> problem.toString().startsWith(message)),
                error.getMessage());
    }

    @Test
    void allProblemsOfAFileAreToldTogether() {
        String text = GOOD.replace("version: 3", "version: 0\ncolour: red")
                .replace("name: {zh: 磅差异常, en: Weight gap}", "name: {zh: 磅差异常}")
                .replace(
                        "limit: {value: 0.5, unit: t, source: P}",
                        "limit: {value: 0.5, unit: stone, source: P}\n  other: {value: x, unit: t, source: P}")
                .replace("level: blue", "level: green")
                .replace("gapTonnes > limit", "gapTonnes > limit && gap > 1 && much")
                .replace("score: \"40 + ", "score: \"40.0 + ")
                .replace("{generator}", "{colour}");
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text));
        assertEquals(
                List.of(
                        "bad.yaml:2:10",
                        "bad.yaml:3:1",
                        "bad.yaml:6:7",
                        "bad.yaml:11:29",
                        "bad.yaml:12:18",
                        "bad.yaml:14:12",
                        "bad.yaml:15:32",
                        "bad.yaml:15:43",
                        "bad.yaml:16:14",
                        "bad.yaml:17:60"),
                error.problems().stream()
                        .map(problem -> problem.place().toString())
                        .toList(),
                error.getMessage());
    }

    static Stream<Arguments> waysToWriteAnExpression() {
        return Stream.of(
                arguments("folded over lines", ">-\n      hazardous ||\n      gapTons > limit", "15:7"),
                arguments("kept as it is", "|-\n      hazardous ||\n        gapTons > limit", "15:9"),
                arguments("plain over lines", "hazardous ||\n      gapTons > limit", "14:7"),
                arguments("in single quotes", "'plate == ''x'' || gapTons > limit'", "13:30"),
                arguments("in double quotes", "\"plate == \\\"x\\\" || gapTons > limit\"", "13:30"),
                arguments("beyond the basic plane", "'plate == \"𠮷\" || gapTons > limit'", "13:28"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToWriteAnExpression")
    void anExpressionsErrorIsFoundHoweverItIsWritten(String name, String written, String place) {
        String text = GOOD.replace("when: gapTonnes > limit", "when: " + written);
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text));
        assertEquals(
                "bad.yaml:" + place + ": 'when': undeclared reference to 'gapTons' (in container '')",
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight.yaml", "folder/manifest-weight-gaps.yaml"})
    void aFileIsNamedAfterItsModel(String file) {
        assertEquals(
                "manifest-weight-gap",
                ModelReader.file("folder/manifest-weight-gap.yml", GOOD).id());
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.file(file, GOOD));
        assertTrue(
                error.getMessage().startsWith(file + ":1:5: 'id': the file must have the name of its model"),
                error.getMessage());
    }

    @Test
    void aModelWithoutAConditionIsRefused() {
        String text = GOOD.replace("levels:\n  - level: blue\n    when: gapTonnes > limit\n", "levels: []\n");
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text));
        assertEquals("bad.yaml:11:9: a model needs at least one level with its condition", error.getMessage());
    }

    @Test
    void anOperatorWithoutItsParameterIsRefused() {
        String text = GOOD.replace("operator: weight-gap", "operator: storage-age")
                .replace("subject: manifest", "subject: enterprise")
                .replace("[manifest, weighing]", "[ledger]");
        ModelFileException error = assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text));
        assertEquals("bad.yaml:10:3", error.getMessage().substring(0, 13));
    }
}
