package io.sanse.standalone.console;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.sanse.gateway.console.ConsoleRoutes;
import io.sanse.gateway.console.ConsoleSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The console's files in a browser, without a platform behind them, for the tests of one class; they are skipped where the machine has no browser. */
final class ConsoleModules implements BeforeAllCallback, AfterAllCallback {
    private Vertx vertx;
    private Chromium browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Chromium.start();
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        ConsoleRoutes.mount(router, ConsoleSettings.LOCAL);
        HttpServer server =
                result(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        browser.driver().get("http://127.0.0.1:" + server.actualPort() + "/console/");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            browser.close();
            result(vertx.close());
        }
    }

    /** What a module gives, a promise when it is kept: {@code m} in the expression is the module, {@code arguments[1]} the argument. */
    Object run(String module, String expression, Object... argument) {
        String script = "const given = arguments; const done = given[given.length - 1]; import('/console/' + given[0])"
                + ".then((m) => (function () { return " + expression
                + "; }).apply(null, given)).then((value) => done(['ok', value]))"
                + ".catch((error) => done(['failed', String(error)]));";
        Object[] given = Stream.concat(Stream.of(module), Stream.of(argument)).toArray();
        List<?> answer = (List<?>) browser.driver().executeAsyncScript(script, given);
        assertNotNull(answer);
        assertEquals("ok", answer.get(0), () -> module + ": " + answer);
        return answer.get(1);
    }

    /** The keys of a dictionary. */
    @SuppressWarnings("unchecked")
    List<String> keys(String module, String export) {
        return (List<String>) run("i18n/" + module + ".js", "Object.keys(m." + export + ").sort()");
    }
}
