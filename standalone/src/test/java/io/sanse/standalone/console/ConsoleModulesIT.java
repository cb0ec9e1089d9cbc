package io.sanse.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.registry.RegistryKind;
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

/** The console's pure modules, run where they run. */
class ConsoleModulesIT {
    @RegisterExtension
    static final ConsoleModules MODULES = new ConsoleModules();

    @ParameterizedTest(name = "{0} ms is {1}")
    @CsvSource({
        "0, 0:00",
        "999, 0:00",
        "59999, 0:59",
        "60000, 1:00",
        "-245000, 4:05",
        "3599999, 59:59",
        "3600000, 1:00:00",
        "86399999, 23:59:59",
        "86400000, 1 d 00:00",
        "183840000, 2 d 03:04"
    })
    void durations(long ms, String expected) {
        assertEquals(expected, run("domain/time.js", "m.duration(arguments[1], 'd')", ms));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-03-12T15:59:59Z, 2026-03-12 23:59:59",
        "2026-03-12T16:00:00Z, 2026-03-13 00:00:00",
        "2026-12-31T16:00:00.5Z, 2027-01-01 00:00:00"
    })
    void instantsAreShownInTheCitysTime(String instant, String expected) {
        assertEquals(expected, run("domain/time.js", "m.at(arguments[1], 'full')", instant));
    }

    static Stream<Object[]> offsets() {
        return Stream.of(
                new Object[] {"nothing observed", List.of(), 0},
                new Object[] {"browser 10 s behind", List.of(List.of(20_000, 10_000, 10_000)), 10_500},
                new Object[] {
                    "two answers narrow it",
                    List.of(List.of(20_000, 10_000, 10_000), List.of(20_000, 10_900, 10_900)),
                    10_050
                },
                new Object[] {
                    "a clock that was set starts anew",
                    List.of(List.of(20_000, 10_000, 10_000), List.of(90_000, 20_000, 20_000)),
                    70_500
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offsets")
    void serverClock(String name, List<List<Integer>> answers, long offsetMs) {
        String script = "(() => { const clock = new m.ServerClock(); arguments[1].forEach((a) => clock.observe(...a)); "
                + "return clock.offsetMs; })()";
        assertEquals(offsetMs, ((Number) run("domain/server-clock.js", script, answers)).longValue(), 1, name);
    }

    static Stream<Object[]> streams() {
        return Stream.of(
                new Object[] {"one event", List.of("event: alert\ndata: {}\n\n"), "alert={}", null},
                new Object[] {"cut anywhere", List.of("id: 1\neve", "nt: a\nda", "ta: x\n", "\n"), "a=x", "1"},
                new Object[] {
                    "carriage returns cut in two", List.of("data: x\r", "\ndata: y\r\n\r\n"), "message=x\ny", null
                },
                new Object[] {"comments are no events", List.of(":\n\n: here\n\n"), "", null},
                new Object[] {"an id alone moves on", List.of("id: 7-1\n\n"), "", "7-1"},
                new Object[] {"several lines of data", List.of("data: a\ndata:b\n\n"), "message=a\nb", null},
                new Object[] {"the id stays", List.of("id: 1\ndata: a\n\ndata: b\n\n"), "message=a|message=b", "1"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void serverSentEvents(String name, List<String> pieces, String events, String lastId) {
        String script =
                "(() => { const parser = new m.SseParser(); const events = arguments[1].flatMap((p) => parser.push(p)); "
                        + "return [events.map((e) => e.name + '=' + e.data).join('|'), parser.lastId]; })()";
        assertEquals(Arrays.asList(events, lastId), run("api/sse-parser.js", script, pieces), name);
    }

    static Stream<Object[]> orders() {
        Map<String, Object> own =
                Map.of("onBehalf", false, "departments", List.of("a"), "stillSo", false, "unfounded", false);
        Map<String, Object> desk =
                Map.of("onBehalf", true, "departments", List.of("a"), "stillSo", true, "unfounded", true);
        return Stream.of(
                new Object[] {"an officer signs", "sign", Map.of(), own, "reason", "{}"},
                new Object[] {
                    "the desk signs for one",
                    "sign",
                    Map.of("department", "a"),
                    desk,
                    "department! reason!",
                    "{\"department\":\"a\"}"
                },
                new Object[] {
                    "undetermined needs a reason",
                    "verify",
                    Map.of("outcome", "undetermined"),
                    own,
                    "outcome! tonnes location reason!",
                    "{\"outcome\":\"undetermined\"}"
                },
                new Object[] {
                    "a fine has an amount",
                    "handle",
                    Map.of("measure", "fine", "amountYuan", 5),
                    own,
                    "measure! amountYuan! reason",
                    "{\"measure\":\"fine\",\"amountYuan\":5}"
                },
                new Object[] {
                    "what another choice hid is not sent",
                    "handle",
                    Map.of("measure", "none", "amountYuan", 5),
                    own,
                    "measure! reason",
                    "{\"measure\":\"none\"}"
                },
                new Object[] {"closing what still holds needs a reason", "close", Map.of(), desk, "reason!", "{}"},
                new Object[] {"a return says whereto and why", "return", Map.of(), own, "returnTo! reason!", "{}"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void commandForms(
            String name,
            String type,
            Map<String, Object> values,
            Map<String, Object> facts,
            String fields,
            String details) {
        String shown = "m.fieldsFor(...arguments[1]).map((f) => f.name + (f.required ? '!' : '')).join(' ')";
        assertEquals(fields, run("domain/command-fields.js", shown, List.of(type, values, facts)), name);
        String sent = "JSON.stringify(m.orderOf(...arguments[1], 'now').details ?? {}, "
                + "['department', 'outcome', 'measure', 'amountYuan'])";
        assertEquals(details, run("domain/commands.js", sent, List.of(type, values, facts)), name);
    }

    @Test
    void everyCommandHasItsForm() {
        Object types = run("domain/command-fields.js", "Object.keys(m.FIELDS).sort()");
        assertEquals(texts(CommandType.values(), CommandType::text).sorted().toList(), types);
    }

    @Test
    void everyPurposeMayBeChosen() {
        Object purposes = run("domain/purpose.js", "m.PURPOSES");
        assertEquals(texts(AccessPurpose.values(), AccessPurpose::text).toList(), purposes);
    }

    @Test
    void whatPeopleWriteTravelsAsAscii() {
        Map<String, String> stated = Map.of("purpose", "case-investigation", "reference", "永3+1", "reason", "a b");
        assertEquals(
                "case-investigation %E6%B0%B83%2B1 a%20b",
                run("domain/purpose.js", "Object.values(m.purposeHeaders(arguments[1])).join(' ')", stated));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(MODULES.keys("zh-texts", "zhTexts"), MODULES.keys("en-texts", "enTexts"));
    }

    @Test
    void everyValueOfTheContractHasAWordInBothLanguages() {
        List<String> needed = Stream.of(
                        words("level", Level.values(), Level::text),
                        words("state", AlertState.values(), AlertState::text),
                        words("condition", Condition.values(), Condition::text),
                        words("command", CommandType.values(), CommandType::text),
                        words("clock", ClockName.values(), ClockName::text),
                        words("event", AlertEventType.values(), AlertEventType::text),
                        words("accessPurpose", AccessPurpose.values(), AccessPurpose::text),
                        words("accessResult", AccessResult.values(), AccessResult::text),
                        words("role", Role.values(), Role::text),
                        words("subject", SubjectType.values(), SubjectType::text),
                        words("kind", RegistryKind.values(), RegistryKind::text))
                .flatMap(Function.identity())
                .toList();
        assertTrue(MODULES.keys("zh-terms", "zhTerms").containsAll(needed), "Chinese");
        assertTrue(MODULES.keys("en-terms", "enTerms").containsAll(needed), "English");
    }

    private static <E> Stream<String> texts(E[] values, Function<E, String> text) {
        return Arrays.stream(values).map(text);
    }

    private static <E> Stream<String> words(String kind, E[] values, Function<E, String> text) {
        return texts(values, text).map(value -> kind + '.' + value);
    }

    private Object run(String module, String expression, Object... argument) {
        return MODULES.run(module, expression, argument);
    }
}
