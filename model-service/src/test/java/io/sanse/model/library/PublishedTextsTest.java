package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was published judges as it did, whatever is asked of a text that somebody writes today. */
class PublishedTextsTest {
    private static final String STOP = Library.text("library/vehicle/vehicle-suspicious-stop.yaml");

    private static String changed(String from, String to) {
        String text = STOP.replace(from, to.replace("OR", "||").replace("\\n", "\n"));
        assertNotEquals(STOP, text, "there is no '" + from + "'");
        return text;
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    module: vehicle | module: roads
                    module: vehicle | module: vehicle\\ncolour: red
                    id: vehicle-suspicious-stop | id: Suspicious_Stop
                    subject: vehicle | subject: person
                    facts: [ | facts: [more,
                    zh: 敏感区域异常停留, |
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: X}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: L}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, note: why}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20d, unit: min, source: P}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 0, unit: min, source: P}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 60000000, unit: min, source: P}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P}\\n  unused: {value: 1, unit: t, source: P}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P}\\n  null: {value: 1, unit: t, source: P}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{subject: 'person:P1', value: 30}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{district: Jinhua, value: 30}]}
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: min, source: P, overrides: [{district: '33', value: 30}, {district: '33', value: 31}]}
                    - level: yellow | - level: red\\n    when: night OR !night\\n  - level: yellow
                    - level: yellow | - level: yellow\\n    note: none
                    60 + ( | 90 + (
                    60 + ( | int([0,1,2,3,4,5,6,7,8,9].map(a, [0,1,2,3,4,5,6,7,8,9].map(b, [0,1,2,3,4,5,6,7,8,9].map(c, [0,1,2,3,4,5,6,7,8,9].map(d, [0,1].map(e, 1)))))[0][0][0][0][0]) + (
                    {plate} | {colour}
                    {plate} | {plate:min}
                    """)
    void whatNobodyMayWriteAnyMore(String from, String to) {
        String text = changed(from, to == null ? "" : to);
        assertThrows(ModelFileException.class, () -> ModelReader.read("new", text));
        Model model = ModelReader.published("old", text);
        assertEquals(text, model.head().source());
        assertFalse(ModelCompiler.compiled(model).model().levels().isEmpty());
    }

    @Test
    void itMeansWhatItMeant() {
        Model model = ModelReader.published(
                "old",
                changed(
                        "stay: {value: 20, unit: min, source: P}",
                        "stay: {value: 20d, unit: min, source: L, overrides: [{district: Jinhua, value: 0x1p3}]}"));
        assertEquals(Duration.ofMinutes(20), model.parameters().duration("stay"));
        assertEquals(
                List.of("8 min"),
                model.variants()
                        .map(variant -> variant.parameters().duration("stay").toMinutes() + " min")
                        .filter(stay -> !stay.equals("20 min"))
                        .toList());
        assertEquals(
                100, ModelReader.published("old", changed("60 + (", "900 + (")).scoreOf(moment()));
    }

    private static Map<String, Object> moment() {
        return Map.of("night", true, "core", true);
    }

    /** The operator has got a value since that is called as one of the model's parameters is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'manifestOpen: {value: 3, unit: t, source: P}', 'manifestOpen > 2.0', true",
        "'dwell: {value: 10, unit: min, source: P}', 'dwell == duration(\"10m\")', true",
        "'dwell: {value: 10, unit: min, source: P}', 'dwell > duration(\"10m\")', false"
    })
    void aParameterStaysWhatItWasThoughAValueIsCalledSoNow(String parameter, String condition, boolean holds) {
        String text = changed("  stay: {value: 20", "  " + parameter + "\\n  stay: {value: 20")
                .replaceFirst("when: 'hasSource[^']*'", "when: '" + condition + "'");
        Model model = ModelReader.published("old", text);
        Map<String, Object> values = Map.of("dwell", Duration.ofHours(1), "manifestOpen", true);
        assertEquals(holds, model.levels().get(0).when().of(values), "interpreted");
        Model compiled = ModelCompiler.compiled(model).model();
        assertEquals(holds, compiled.levels().get(0).when().of(values), "compiled");
    }

    @Test
    void aSilenceThatWouldBeTooLongTodayGoesOn() {
        String silence =
                "silences:\n  - {from: '2026-01-01T00:00:00+08:00', until: '2026-12-31T00:00:00+08:00', owner: o, reason: r}\n";
        String text = silence + STOP;
        assertThrows(ModelFileException.class, () -> ModelReader.read("new", text));
        assertEquals(1, ModelReader.published("old", text).silences().size());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    operator: stay-after-source | operator: gone | there is no operator 'gone'
                    stay: {value: 20, unit: min, source: P} | stays: {value: 20, unit: min, source: P} | needs the parameter 'stay'
                    stay: {value: 20, unit: min, source: P} | stay: {value: much, unit: min, source: P} | 'much' is not a number of min
                    stay: {value: 20, unit: min, source: P} | stay: {value: 20, unit: moons, source: P} | unknown unit 'moons'
                    hasSource && | hadSource && | undeclared reference to 'hadSource'
                    level: yellow | level: green | there is no 'green'
                    version: | release: | the field 'version' is missing
                    """)
    void whatNothingCanJudgeBy(String from, String to, String what) {
        String text = changed(from, to);
        String told = assertThrows(ModelFileException.class, () -> ModelReader.published("old", text))
                .getMessage();
        assertTrue(told.startsWith("old:") && told.contains(what), told);
    }
}
