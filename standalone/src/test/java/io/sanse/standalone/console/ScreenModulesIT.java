package io.sanse.standalone.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.SubjectType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What screens make of addresses that somebody wrote or cut, of orders given again, and of dates that are over. */
class ScreenModulesIT {
    @RegisterExtension
    static final ConsoleModules MODULES = new ConsoleModules();

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
        assertEquals(shown, MODULES.run("state/route.js", script, hash));
    }

    /** Nobody knows what became of an order: given again as it was it is the same one, with other content another. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "as it was                | {\"a\": 1, \"expectedRevision\": 3} | true  | true",
                "at a newer revision      | {\"a\": 1, \"expectedRevision\": 4} | true  | true",
                "at a later time of the device | {\"a\": 1, \"expectedRevision\": 3, \"clientAt\": \"later\"} | true | true",
                "with other content       | {\"a\": 2, \"expectedRevision\": 3} | true  | false",
                "as it was, after a refusal | {\"a\": 1, \"expectedRevision\": 3} | false | false"
            })
    void ordersGivenAgain(String name, String again, boolean undecided, boolean same) {
        String script = "(() => { const keys = []; const failure = { undecided: arguments[1][1] };"
                + "const order = m.useOrder((content, key) => { keys.push(key); return Promise.reject(failure); });"
                + "return order.give({ a: 1, expectedRevision: 3 }).then(() => order.give(JSON.parse(arguments[1][0])))"
                + ".then(() => keys[0] === keys[1]); })()";
        assertEquals(same, MODULES.run("state/order.js", script, List.of(again, undecided)), name);
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
        assertEquals(asked, MODULES.run("domain/subjects.js", "m.questionIn(arguments[1]) !== null", path));
    }

    /** A command is sent, its answer is lost, and it is sent again. */
    @ParameterizedTest(name = "{0}, then {1}: the same command {2}")
    @CsvSource({"on the way, on the way, true", "on the way, there at noon, false"})
    void commandsGivenAgain(String first, String second, boolean same) {
        String script = """
                Promise.all([import('/console/vendor.js'), import('/console/state/session.js')]).then(
                  async ([{ createApp, nextTick }, { session }]) => {
                    const keys = [];
                    const fetched = window.fetch;
                    window.fetch = (path, { headers }) => (keys.push(headers['idempotency-key']), Promise.reject(new Error('lost')));
                    session.me = { user: 'a', roles: ['operator'], operations: ['commandAlert'] };
                    const place = document.createElement('div');
                    const alert = { id: 'a', version: 1, level: 'red', condition: 'active' };
                    let sent;
                    const reload = async () => sent();
                    const app = createApp(m.CommandPanel, { dossier: { alert, timeline: [], allowed: ['comment'] }, reload });
                    app.mount(place);
                    place.querySelector('[data-command=comment]').click();
                    for (const text of arguments[1]) {
                      await nextTick();
                      const field = place.querySelector('textarea');
                      field.value = text;
                      field.dispatchEvent(new Event('input'));
                      const reloaded = new Promise((resolve) => (sent = resolve));
                      place.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
                      await reloaded;
                      await new Promise((resolve) => setTimeout(resolve));
                    }
                    app.unmount();
                    Object.assign(window, { fetch: fetched });
                    session.me = null;
                    return keys.length === 2 && keys[0] === keys[1];
                  })""";
        assertEquals(same, MODULES.run("parts/command-panel.js", script.strip(), List.of(first, second)));
    }

    @Test
    void silencesAreListedWithWhoAnswersForThem() {
        String script = """
                import('/console/vendor.js').then(({ createApp }) => {
                  const time = { from: '2026-03-01T00:00:00+08:00', until: '2026-04-01T00:00:00+08:00' };
                  const rows = (versions) => {
                    const place = document.createElement('div');
                    const app = createApp({ render: () => m.silenceTable(versions) });
                    app.mount(place);
                    const told = [...place.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent).join('|'));
                    app.unmount();
                    return told;
                  };
                  const silences = [
                    { kind: 'zone', scope: 'Z-7', ...time, inForce: true, owner: 'bureau', reason: 'road works' },
                    { ...time, inForce: false, owner: 'desk', reason: 'drill' },
                  ];
                  return [...rows([{ version: 1, silences: [] }]), ...rows([{ version: 2, silences }])];
                })""";
        assertEquals(
                List.of(
                        "第 2 版|生效中|区域 Z-7|2026-03-01 00:00:00|2026-04-01 00:00:00|bureau|road works",
                        "第 2 版|未开始|全部|2026-03-01 00:00:00|2026-04-01 00:00:00|desk|drill"),
                MODULES.run("parts/silence-table.js", script.strip()));
    }

    @Test
    void backtestsOfAModelAreListedAPageAfterTheOther() {
        String script = """
                import('/console/vendor.js').then(async ({ createApp, nextTick }) => {
                  const job = (id, state) => ({
                    id, state, progress: 0.5, orderedBy: 'b', orderedAt: '2026-03-05T12:00:00Z',
                    from: '2026-03-04T12:00:00Z', until: '2026-03-05T12:00:00Z',
                    versions: [{ model: 'm', version: 3 }, { model: 'n', version: 9 }], against: [{ model: 'm', version: 2 }],
                  });
                  const pages = [{ items: [job('x', 'running')], next: '7' }, { items: [job('y', 'done')] }];
                  const asked = [];
                  const fetched = window.fetch;
                  window.fetch = async (path) => (asked.push(path), new Response(JSON.stringify(pages[asked.length - 1])));
                  const place = document.createElement('div');
                  const app = createApp(m.BacktestList, { model: 'm' });
                  app.mount(place);
                  const rows = () => [...place.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent).join('|'));
                  const shown = async (count) => {
                    for (let turn = 0; rows().length < count && turn < 1000; turn++) {
                      await nextTick();
                      await fetched('/console/vendor.js');
                    }
                  };
                  await shown(1);
                  place.querySelector('.foot').click();
                  await shown(2);
                  const told = [...asked, ...rows()];
                  app.unmount();
                  window.fetch = fetched;
                  return told;
                })""";
        assertEquals(
                List.of(
                        "/api/v1/backtests?model=m&limit=20",
                        "/api/v1/backtests?model=m&after=7&limit=20",
                        "2026-03-05 20:00:00|b|第 3 版|第 2 版|03-04 20:00 至 03-05 20:00|运行中 50 %|–",
                        "2026-03-05 20:00:00|b|第 3 版|第 2 版|03-04 20:00 至 03-05 20:00|完成|–"),
                MODULES.run("parts/backtest-list.js", script.strip()));
    }

    @Test
    void everySubjectButPersonsIsExplained() {
        List<String> explained = Arrays.stream(SubjectType.values())
                .filter(type -> type != SubjectType.PERSON)
                .map(SubjectType::text)
                .sorted()
                .toList();
        assertEquals(explained, MODULES.run("domain/subjects.js", "[...m.EXPLAINED].sort()"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"vehicle:浙GA1234 yesterday", "浙GA1234 2026-03-05T22:40:00+08:00"})
    void aPageOfReasonsWithoutAQuestionIsAnEmptyForm(String path) {
        String script =
                "import('/console/vendor.js').then(({ createApp }) => { const place = document.createElement('div');"
                        + "const app = createApp(m.ModelWhy, { model: { id: 'm' }, path: arguments[1], reload: () => {} }); app.mount(place);"
                        + "const id = place.querySelector('input[type=text]').value; app.unmount(); return id; })";
        assertEquals("", MODULES.run("views/model-why.js", script, List.of(path.split(" "))));
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
        assertEquals(dates, MODULES.run("parts/certification-card.js", script, certification));
    }
}
