package io.sanse.standalone.console;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.gateway.console.ConsoleRoutes;
import io.sanse.gateway.console.ConsoleSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The trace-back on an alert's page, against answers made up here. */
class ConsoleTraceBackIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Answers by method and path, and shows the card alone. */
    private static final String SHOW = """
            const done = arguments[arguments.length - 1];
            const night = '2026-03-12T15:04:05Z';
            const alert = { model: 'vehicle-suspicious-stop', subject: 'vehicle:浙GA1234', episodeStart: night,
              firstSeenAt: night, lastSeenAt: night, location: { longitude: 120.02, latitude: 28.89 } };
            const question = { point: alert.location, radiusM: 300, from: night, until: night };
            const coverage = { storedUntil: night, statements: [{ zh: '附近没有登记的卡口', en: 'no registered camera nearby' }] };
            const candidate = { vehicle: 'vehicle:浙GA1234', score: 92, seenInside: true, from: night, until: night, firms: [],
              persons: [], evidence: [{ rule: 'inside', points: 65, text: { zh: '范围内有 9 次定位', en: 'seen 9 times' }, at: night },
                { rule: 'load-kept', points: -10, text: { zh: '<b>仍有载</b>', en: 'still loaded' }, at: night }] };
            window.asked = [];
            const ordered = () => window.asked.some((one) => one.startsWith('POST'));
            const answer = (url) => url.includes('/trace-backs/')
              ? { id: 'j1', state: window.ended ? 'done' : 'running', progress: 0.5, question,
                  result: window.ended ? { candidates: [candidate], possible: 7, hidden: 1, coverage } : undefined }
              : ordered() ? { id: 'j1' } : { items: [] };
            window.fetch = async (url, { method }) => {
              window.asked.push(`${method} ${url}`);
              return new Response(JSON.stringify(answer(url)), { status: 200, headers: { date: new Date().toUTCString() } });
            };
            Promise.all(['parts/alert-trace-back.js', 'vendor.js', 'state/session.js'].map((one) => import(`/console/${one}`)))
              .then(([part, vue, { session }]) => {
                session.me = { operations: ['postTraceBack', 'listTraceBacks'] };
                const root = document.createElement('main');
                document.body.replaceChildren(root);
                vue.createApp({ render: () => vue.h(part.AlertTraceBack, { alert }) }).mount(root);
                done('shown');
              })
              .catch((error) => done(String(error)));""";

    private final Vertx vertx = Vertx.vertx();
    private Chromium browser;

    @BeforeEach
    void open() throws Exception {
        browser = Chromium.start();
        Router router = Router.router(vertx);
        ConsoleRoutes.mount(router, ConsoleSettings.LOCAL);
        HttpServer server =
                result(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        browser.driver().get("http://127.0.0.1:" + server.actualPort() + "/console/");
    }

    @AfterEach
    void close() {
        browser.close();
        result(vertx.close());
    }

    @Test
    void whoCouldHaveBeenThereIsAskedAndShown() throws Exception {
        assertEquals("shown", browser.driver().executeAsyncScript(SHOW));
        browser.driver().findElement(By.cssSelector(".trace-back button")).click();
        eventually(LIMIT, this::text, text -> text.contains("运行中（50%）"));
        browser.driver().executeScript("window.ended = true");

        String text = eventually(LIMIT, this::text, shown -> shown.contains("盲区说明"));
        for (String words : List.of("7 辆车可能到过", "92 分", "+65 范围内有 9 次定位", "−10 <b>仍有载</b>", "附近没有登记的卡口")) {
            assertTrue(text.contains(words), () -> words + " is missing in " + text);
        }
        Object orders = browser.driver()
                .executeScript("return window.asked.filter((one) => one === 'POST /api/v1/trace-backs').length");
        assertEquals(1L, orders);
        browser.photograph("trace-back");
    }

    private String text() {
        return browser.driver().findElement(By.cssSelector(".trace-back")).getText();
    }
}
