package io.sanse.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.SubjectType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What screens make of addresses that somebody wrote or cut, of orders given again, and of dates that are over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenModulesIT {
    private ConsoleModules modules;

    @BeforeAll
    void open() {
        modules = ConsoleModules.open();
    }

    @AfterAll
    void close() {
        if (modules != null) {
            modules.close();
        }
    }

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "'', live",
        "#/, live",
        "#/models/m/why, models m why",
        "#/models/%E6%B5%99/why/a%2Fb/c, models 浙 why a/b c",
        "#/models/m/why/vehicle%3A%E6%B5, live",
        "#/alerts/100%, live"
    })
    void addresses(String hash, String shown) {
        String script =
                "((r) => [r.view, r.id, r.section, ...r.rest].filter(Boolean).join(' '))(m.routeOf(arguments[1]))";
        assertEquals(shown, modules.run("state/route.js", script, hash));
    }

    /** Nobody knows what became of an order: given again as it was it is the same one, with other content another. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "as it was                | {\"a\": 1, \"expectedRevision\": 3} | true  | true",
                "at a newer revision      | {\"a\": 1, \"expectedRevision\": 4} | true  | true",
                "with other content       | {\"a\": 2, \"expectedRevision\": 3} | true  | false",
                "as it was, after a refusal | {\"a\": 1, \"expectedRevision\": 3} | false | false"
            })
    void ordersGivenAgain(String name, String again, boolean undecided, boolean same) {
        String script = "(() => { const keys = []; const failure = { undecided: arguments[1][1] };"
                + "const order = m.useOrder((content, key) => { keys.push(key); return Promise.reject(failure); });"
                + "return order.give({ a: 1, expectedRevision: 3 }).then(() => order.give(JSON.parse(arguments[1][0])))"
                + ".then(() => keys[0] === keys[1]); })()";
        assertEquals(same, modules.run("state/order.js", script, List.of(again, undecided)), name);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "vehicle:浙GA1234, 2026-03-05T22:40:00+08:00, true",
        "vehicle:浙GA1234, yesterday, false",
        "vehicle:浙GA1234, , false",
        "vehicle:, 2026-03-05T22:40:00+08:00, false",
        "浙GA1234, 2026-03-05T22:40:00+08:00, false",
        "lorry:浙GA1234, 2026-03-05T22:40:00+08:00, false",
        "person:p-1, 2026-03-05T22:40:00+08:00, false",
        ", , false"
    })
    void whatIsAskedInAnAddress(String subject, String instant, boolean asked) {
        List<String> path = Stream.of(subject, instant).filter(Objects::nonNull).toList();
        assertEquals(asked, modules.run("domain/subjects.js", "m.questionIn(arguments[1]) !== null", path));
    }

    @Test
    void everySubjectButPersonsIsExplained() {
        List<String> explained = Arrays.stream(SubjectType.values())
                .filter(type -> type != SubjectType.PERSON)
                .map(SubjectType::text)
                .sorted()
                .toList();
        assertEquals(explained, modules.run("domain/subjects.js", "[...m.EXPLAINED].sort()"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"vehicle:浙GA1234 yesterday", "浙GA1234 2026-03-05T22:40:00+08:00"})
    void aPageOfReasonsWithoutAQuestionIsAnEmptyForm(String path) {
        String script =
                "import('/console/vendor.js').then(({ createApp }) => { const place = document.createElement('div');"
                        + "const app = createApp(m.ModelWhy, { model: { id: 'm' }, path: arguments[1], reload: () => {} }); app.mount(place);"
                        + "const id = place.querySelector('input[type=text]').value; app.unmount(); return id; })";
        assertEquals("", modules.run("views/model-why.js", script, List.of(path.split(" "))));
    }

    @ParameterizedTest(name = "asked until {0}: {1} field for a date")
    @CsvSource({"2020-01-01T00:00:00Z, 1", "9999-01-01T00:00:00Z, 0"})
    void whatWasAskedUntilADateThatIsOverIsAskedAnew(String until, long dates) {
        Map<String, Object> asked = Map.of("user", "b", "until", until);
        Map<String, Object> certification =
                Map.of("model", "m", "version", 1, "until", until, "asked", asked, "steps", List.of());
        String script = "Promise.all([import('/console/vendor.js'), import('/console/state/session.js')])"
                + ".then(([{ createApp }, { session }]) => { const place = document.createElement('div');"
                + "session.me = { user: 'a', operations: ['certifyModelVersion'] };"
                + "const app = createApp(m.CertificationCard, { certification: arguments[1], reload: () => {} }); app.mount(place);"
                + "const dates = place.querySelectorAll('input[type=date]').length;"
                + "app.unmount(); session.me = null; return dates; })";
        assertEquals(dates, modules.run("parts/certification-card.js", script, certification));
    }
}
