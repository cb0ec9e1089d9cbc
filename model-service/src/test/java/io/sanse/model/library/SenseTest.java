package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.model.file.ModelFileException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that can only be wrong are refused, with the place of the part; what may make sense is not. */
class SenseTest {
    private static final String STOP = Library.text("library/vehicle/vehicle-suspicious-stop.yaml");
    private static final String WHEN =
            "'hasSource && sinceSource <= sourceWithin && dwell > (core ? stayCore : stay) && !manifestOpen'";
    private static final String SCORE = "\"60 + (night ? 15 : 0) + (core ? 15 : 0)\"";

    /** All parameters are used, so that nothing else is told. */
    private static String model(String levels, String score) {
        return STOP.replace("- level: yellow\n    when: " + WHEN, levels).replace(SCORE, "\"" + score + '"');
    }

    private static String used(String condition) {
        return "- level: yellow\n    when: >-\n      " + condition;
    }

    private static String refused(String text) {
        return assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text))
                .getMessage();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    true | 7 | is always true: it names no value of the operator
                    false | 7 | is always false: it names no value of the operator
                    stay > stay | 7 | is always false: it names no value of the operator
                    stay < stayCore | 7 | is always false: it names no value of the operator
                    night && stay > stay | 16 | 'stay > stay' is always false: it names no value of the operator
                    night OR !(1 < 2) | 16 | '!(1 < 2)' is always false: it names no value of the operator
                    dwell > dwell | 7 | 'dwell' is compared with itself
                    night OR !night | 7 | always holds, whatever the values are
                    core && night && !core | 7 | can never hold, whatever the values are
                    dwell > stay && dwell < stayCore | 7 | can never hold, whatever the values are
                    dwell > stayCore OR dwell <= stay | 7 | always holds, whatever the values are
                    zoneType == 'pit' && zoneType == 'mine' | 7 | can never hold, whatever the values are
                    zoneType in sensitiveTypes && zoneType == 'mine' | 7 | can never hold, whatever the values are
                    dwell > duration('20 min') | 15 | 'duration("20 min")' is no length of time; write '90s', '20m' or '1h30m'
                    enter > timestamp('foo') | 15 | 'timestamp("foo")' is no time; write '2026-03-05T21:00:00Z'
                    zoneType == sensitiveTypes[9] | 19 | 'sensitiveTypes[9]' lies outside the list, whose first item is [0]
                    night && 60 / 0 > 1 | 16 | '60 / 0' divides by zero
                    size(plate) / 0 > 1 | 7 | 'size(plate) / 0' divides by zero
                    size(plate) > 9223372036854775807 + 1 | 21 | '9223372036854775807 + 1' is beyond the numbers that there are
                    plate.matches('(') | 21 | '"("' is no pattern: error parsing regexp: missing closing ): `(`
                    night && plate.matches('(a{1000}){500}') | 30 | '"(a{1000}){500}"' is no pattern
                    """)
    void aConditionThatCanOnlyBeWrong(String condition, int column, String what) {
        String told = refused(model(used(condition.replace("OR", "||")), "60"));
        assertTrue(told.contains("bad.yaml:21:" + column + ": 'when': " + what), told);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dwell > stay && dwell < sourceWithin",
                "dwell >= stay && dwell <= stay",
                "night || dwell > stay",
                "core ? true : dwell > stay",
                "zoneType != 'pit'",
                "zoneType in sensitiveTypes && zoneType != 'pit'",
                "sensitiveTypes.exists(type, type == zoneType)",
                "dwell > stay || dwell > stayCore && core",
                "enter > timestamp('2026-03-05T21:00:00Z') || dwell > duration('20m')",
                "zoneType == sensitiveTypes[3]",
                "plate.matches('浙G.*') || matches(zoneType, plate)",
                "dwell > stay == night"
            })
    void aConditionThatMayMakeSense(String condition) {
        String all =
                "(" + condition + ") && sinceSource <= sourceWithin && (dwell > (core ? stayCore : stay) || hasSource)";
        assertEquals(
                "vehicle-suspicious-stop",
                ModelReader.read("good.yaml", model(used(all), "60")).id());
    }

    /** With {@code strict} 0, but 1 in one district and {@code limit} 1 everywhere, though it is written in a district, too. */
    private static String placed(String condition) {
        return model(
                        used(
                                "(" + condition
                                        + ") && sinceSource <= sourceWithin && (dwell > (core ? stayCore : stay) || hasSource)"),
                        "60 + strict + limit")
                .replace(
                        "parameters:\n",
                        "parameters:\n  strict: {value: 0, unit: count, source: P, overrides: [{district: '33', value: 1}]}\n"
                                + "  limit: {value: 1, unit: count, source: P, overrides: [{district: '33', value: 1}]}\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "strict == 0 || manifestOpen",
                "strict == 1 && manifestOpen",
                "strict == 0 ? dwell > stay : dwell > stayCore",
                "limit > strict || manifestOpen",
                "strict == 0 && dwell > stayCore || strict == 1 && dwell <= stay"
            })
    void aSwitchByPlace(String condition) {
        assertEquals(
                "vehicle-suspicious-stop",
                ModelReader.read("good.yaml", placed(condition)).id());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    strict >= 0 OR manifestOpen | 'strict >= 0' is always true: it names no value of the operator
                    strict == 2 OR manifestOpen | 'strict == 2' is always false: it names no value of the operator
                    limit == 1 OR manifestOpen | 'limit == 1' is always true: it names no value of the operator
                    strict == 0 && night && !night | can never hold, whatever the values are
                    strict == 0 && dwell > stay && dwell < stay | can never hold, whatever the values are
                    1 / strict == 1 && night | '1 / strict' divides by zero
                    """)
    void whatIsWrongEverywhereOrHasNoValueSomewhere(String condition, String what) {
        String told = refused(placed(condition.replace("OR", "||")));
        assertTrue(told.contains(what), told);
    }

    @Test
    void aLevelThatNeverWinsSomewhereMayWinElsewhere() {
        String levels =
                "- level: red\n    when: strict == 0 && night\n  - level: yellow\n    when: limit == strict && night && dwell > stay && sinceSource <= sourceWithin && (core || dwell > stayCore)";
        String text = placed("night").replaceFirst("(?s)- level: yellow.*?(?=\nscore)", levels);
        assertEquals(2, ModelReader.read("good.yaml", text).levels().size());
        String never = refused(text.replace("limit == strict", "limit == 1 + strict"));
        assertTrue(never.contains("never wins"), never);
    }

    @ParameterizedTest(name = "{0} above {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    dwell > stayCore | dwell > stay | true
                    dwell > stay | dwell > stayCore | false
                    night | night && core | true
                    night && core | night | false
                    dwell > stay | dwell >= stay | false
                    dwell >= stay | dwell > stay | true
                    night OR core | core && dwell > stay | true
                    """)
    void aLevelBehindOthersThatNeverWins(String above, String below, boolean never) {
        String levels = "- level: red\n    when: " + above.replace("OR", "||") + "\n  - level: yellow\n    when: "
                + below.replace("OR", "||");
        String text = model(levels, "60")
                .replace("night, when: night", "night, when: 'night && sinceSource > sourceWithin'")
                .replace("when: crossCounty", "when: 'crossCounty && (dwell > stay || dwell > stayCore)'");
        if (never) {
            assertTrue(refused(text).startsWith("bad.yaml:22:11: 'when': never wins: "), refused(text));
        } else {
            assertEquals(2, ModelReader.read("good.yaml", text).levels().size());
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    600 + (night ? 15 : 0) | may become 615; a score is 0 to 100
                    60 + (night ? 15 : 0) + (core ? 26 : 0) | may become 101; a score is 0 to 100
                    60 - (night ? 61 : 0) | may become -1; a score is 0 to 100
                    101 | may become 101; a score is 0 to 100
                    60 + 1 / 0 | '1 / 0' divides by zero
                    60 + (night ? 41 : 0) > 101 ? 100 : 60 + (night ? 41 : 0) | may become 101; a score is 0 to 100
                    60 + (night ? 41 : 0) > 100 ? 60 + (night ? 41 : 0) : 100 | may become 101; a score is 0 to 100
                    150 > 100 ? 150 : 60 | '150 > 100' is always true: it names no value of the operator
                    """)
    void aScoreBeyondItsRange(String score, String what) {
        String told = refused(STOP.replace(SCORE, '"' + score + '"'));
        assertTrue(told.startsWith("bad.yaml:21:") && told.endsWith(what), told);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0",
                "100",
                "60 + (night ? 40 : 0)",
                "60 + (night ? 40 : 0) + (core ? 40 : 0) > 100 ? 100 : 60 + (night ? 40 : 0) + (core ? 40 : 0)",
                "100 >= 60 + (night ? 41 : 0) ? 60 + (night ? 41 : 0) : 100",
                "50 - (night ? 51 : 0) < 0 ? 0 : 50 - (night ? 51 : 0)",
                "60 + (night ? 40 : 0) <= 60 ? 60 + (night ? 40 : 0) : (core ? 99 : 100)",
                "60 + (night ? 40 : 0) + (night ? 0 : 40)",
                "60 + (dwell > stay ? 20 : 0) + (dwell <= stay ? 30 : 0) + (core ? 10 : 0)",
                "size(plate)"
            })
    void aScoreThatMayMakeSense(String score) {
        assertEquals(
                "vehicle-suspicious-stop",
                ModelReader.read("good.yaml", STOP.replace(SCORE, '"' + score + '"'))
                        .id());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    five within each other | L.all(a, L.all(b, L.all(c, L.all(d, L.all(e, a < 10 && night)))))
                    four | L.all(a, L.all(b, L.all(c, L.all(d, a < 10 && night))))
                    texts that double | ['a'].map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a).map(a, a+a)[0] == zoneType
                    lists that double | [[1]].map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]) == [] OR night
                    """)
    void whatMayTakeTooLongIsRefusedAtOnce(String name, String condition) {
        String written = condition.replace("OR", "||").replace("L", "[0,1,2,3,4,5,6,7,8,9,10,11,12]");
        String told = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refused(model(used(written), "60")));
        assertTrue(told.contains("bad.yaml:20:11: 'when': may take ") && told.contains("50,000 are allowed"), told);
    }
}
