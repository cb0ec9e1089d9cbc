package io.sanse.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Change;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pure modules behind the pages about models, run where they run. */
class ModelModulesIT {
    @RegisterExtension
    static final ConsoleModules MODULES = new ConsoleModules();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing changed | a/b | a/b | 1=1a 2=2b",
                "a line is new at the end | a | a/b | 1=1a +2b",
                "a line is gone at the beginning | a/b | b | -1a 2=1b",
                "one is another in the middle | a/b/c | a/x/c | 1=1a -2b +2x 3=3c",
                "the same line twice | a/a | a | 1=1a -2a",
                "order is changed | a/b | b/a | -1a 2=1b +2a",
                "from nothing | '' | a | +1a",
                "to nothing | a | '' | -1a",
                "a break at the end is no line | a/ | a | 1=1a"
            })
    void differences(String name, String before, String after, String expected) {
        String shown =
                "m.diffLines(...arguments[1].map((text) => text.replaceAll('/', '\\n'))).map(({ kind, before, after, text }) => "
                        + "({ same: before + '=' + after, gone: '-' + before, new: '+' + after })[kind] + text).join(' ')";
        assertEquals(expected, MODULES.run("domain/line-diff.js", shown, List.of(before, after)), name);
    }

    @ParameterizedTest(name = "until {0}, overdue {1}, told {2} days before: {3}")
    @CsvSource({
        "2026-03-05T00:00:00Z, true, 30, overdue",
        "2026-03-05T00:00:00Z, false, 30, overdue",
        "2026-03-05T00:00:01Z, false, 30, soon",
        "2026-04-04T00:00:00Z, false, 30, soon",
        "2026-04-04T00:00:01Z, false, 30, fine",
        "2026-04-04T00:00:01Z, false, 31, soon",
        "2026-03-05T00:00:01Z, false, 0, fine"
    })
    void certifications(String until, boolean overdue, int noticeDays, String standing) {
        Map<String, Object> certification = Map.of("until", until, "overdue", overdue, "noticeDays", noticeDays);
        String shown = "m.standing(arguments[1], Date.parse('2026-03-05T00:00:00Z'))";
        assertEquals(standing, MODULES.run("domain/model-life.js", shown, certification));
    }

    @ParameterizedTest(name = "{0} bytes are {1}")
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "11700, 11.7 kB",
        "999499, 999 kB",
        "999500, 1 MB",
        "4290000000, 4.29 GB"
    })
    void amounts(long bytes, String expected) {
        assertEquals(expected, MODULES.run("domain/bytes.js", "m.bytesText(arguments[1])", bytes));
    }

    @ParameterizedTest(name = "{0}: day {1} stands out")
    @CsvSource({
        "2 2 6, ''",
        "2 2 7, 3",
        "0 0 0 1, ''",
        "0 0 0 2, 4",
        "9 9 9 9, ''",
        "1 40 1 2 50, 2 5",
        "5, ''",
        "'', ''"
    })
    void aDayOfAGateStandsOut(String alerts, String days) {
        String shown =
                "m.outliers(arguments[1].split(' ').filter(Boolean).map((one, i) => ({ day: i + 1, alerts: Number(one) }))).join(' ')";
        assertEquals(days, MODULES.run("domain/model-life.js", shown, alerts));
    }

    @ParameterizedTest(name = "{0} of them within {1}, {2} later than a day")
    @CsvSource({"0.5, 10 s, 2", "0.97, 10 s, 2", "0.98, 5 min, 2", "0.99, 7 d, 2", "1, no end, 2"})
    void latenessOfAHundred(double share, String expected, int later) {
        List<Map<String, Object>> buckets = List.of(
                Map.of("upToS", 1, "observations", 40),
                Map.of("upToS", 10, "observations", 57),
                Map.of("upToS", 300, "observations", 1),
                Map.of("upToS", 604_800, "observations", 1),
                Map.of("observations", 1));
        Map<String, Object> late = Map.of("observations", 100, "buckets", buckets);
        String shown = "((end) => end === null ? 'no end' : Object.values(m.inUnits(end)).join(' '))"
                + "(m.within(arguments[1], arguments[2])) + ' ' + m.laterThan(arguments[1], 86400)";
        assertEquals(expected + ' ' + later, MODULES.run("domain/lateness.js", shown, late, share));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a draft begins with the next number | version: 2 | version: 9",
                "only the model's own number | parameters: {version: 2} | parameters: {version: 2}",
                "no number stays none | id: m | id: m"
            })
    void draftsBeginWithTheNextNumber(String name, String text, String expected) {
        assertEquals(expected, MODULES.run("domain/model-life.js", "m.renumbered(arguments[1], 9)", text), name);
    }

    static Stream<Object[]> trials() {
        return Stream.of(
                new Object[] {
                    "the live version alone", entered("live", "3", null), "{\"from\":1,\"until\":2,\"ids\":[\"m\"]}"
                },
                new Object[] {
                    "a draft against the live version",
                    entered("3", "live", null),
                    "{\"from\":1,\"until\":2,\"models\":[\"three\"]}"
                },
                new Object[] {
                    "one draft against another, warmed up",
                    entered("3", "2", 24),
                    "{\"from\":1,\"until\":2,\"models\":[\"three\"],\"against\":[\"two\"],\"warmUpHours\":24}"
                });
    }

    private static List<Object> entered(String tried, String against, Integer warmUpHours) {
        return Arrays.asList("m", tried, against, 1, 2, warmUpHours);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void backtestsAreOrderedAsTheyWereEntered(String name, List<Object> entered, String order) {
        String shown =
                "((model, tried, against, from, until, warmUpHours) => JSON.stringify(m.trialOf({ model, tried, against, from, until, "
                        + "warmUpHours }, [{ version: 3, text: 'three' }, { version: 2, text: 'two' }])))(...arguments[1])";
        assertEquals(order, MODULES.run("domain/backtest.js", shown, entered), name);
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "2026-03-05T22:40, 2026-03-05T22:40:00+08:00",
        "2026-03-05T22:40:30, 2026-03-05T22:40:00+08:00",
        "2026-03-05, 2026-03-05T00:00:00+08:00"
    })
    void fieldsAreInTheCitysTime(String field, String instant) {
        assertEquals(instant, MODULES.run("domain/time.js", "m.instantOf(arguments[1])", field));
    }

    @ParameterizedTest(name = "{0} tried against {1}: against {2}")
    @CsvSource({"3, live, live", "3, 2, 2", "3, 3, live", "live, 3, 3", "live, live, live"})
    void nothingIsTriedAgainstItself(String tried, String against, String kept) {
        assertEquals(kept, MODULES.run("domain/backtest.js", "m.againstFor(...arguments[1])", List.of(tried, against)));
    }

    @ParameterizedTest(name = "job {0} at the address of {1}: {2}")
    @CsvSource({"a, a, true", "a, b, false", "a, , false", ", a, false", ", , false"})
    void onlyTheJobOfTheAddressIsShown(String job, String address, boolean shown) {
        String script = "m.jobAt(arguments[1][0] === null ? null : { id: arguments[1][0] }, arguments[1][1]) !== null";
        assertEquals(shown, MODULES.run("domain/backtest.js", script, Arrays.asList(job, address)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another one asked, and the date is ahead | operator | 2026-03-05T00:00:01Z | true",
                "the date is there                        | operator | 2026-03-05T00:00:00Z | false",
                "the date is over                         | operator | 2026-03-04T23:59:59Z | false",
                "who asked agrees to nothing              | admin    | 2026-03-05T00:00:01Z | false",
                "nobody asked                             |          |                      | false"
            })
    void agreementIsWaitedForUntilTheDate(String name, String user, String until, boolean awaited) {
        Map<String, Object> certification =
                user == null ? Map.of() : Map.of("asked", Map.of("user", user, "until", until));
        String script = "m.awaitsAgreement(arguments[1], 'admin', Date.parse('2026-03-05T00:00:00Z'))";
        assertEquals(awaited, MODULES.run("domain/model-life.js", script, certification), name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'a\nb\n', 'a\nb\n'", "'a\r\nb\r\n', 'a\nb\n'", "'a\rb', 'a\nb'", "'a\r\r\nb', 'a\n\nb'"})
    void linesOfAnyFileAreCountedAlike(String file, String text) {
        assertEquals(text, MODULES.run("domain/model-life.js", "m.unixLines(arguments[1])", file));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(MODULES.keys("zh-models", "zhModels"), MODULES.keys("en-models", "enModels"));
    }

    @Test
    void everyWordOfALifeIsInBothLanguages() {
        List<String> needed = Stream.of(
                        words("stage", VersionStage.values(), VersionStage::text),
                        words("versionAction", VersionAction.values(), VersionAction::text),
                        words("backtestState", BacktestState.values(), BacktestState::text),
                        words("explanationOutcome", ExplanationOutcome.values(), ExplanationOutcome::text),
                        words("aggravation", Aggravation.values(), Aggravation::text),
                        words("change", Change.values(), Change::text))
                .flatMap(Function.identity())
                .toList();
        assertTrue(MODULES.keys("zh-terms", "zhTerms").containsAll(needed), "Chinese");
        assertTrue(MODULES.keys("en-terms", "enTerms").containsAll(needed), "English");
    }

    private static <E> Stream<String> words(String kind, E[] values, Function<E, String> text) {
        return Arrays.stream(values).map(value -> kind + '.' + text.apply(value));
    }
}
