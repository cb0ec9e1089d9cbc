package io.sanse.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleRoutesTest {
    private static final ConsoleSettings TILES =
            new ConsoleSettings("https://tiles.example.org:8443/base/{z}/{x}/{y}.png", "Example");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeAll
    void serve() throws Exception {
        Router router = Router.router(vertx);
        ConsoleRoutes.mount(router, TILES);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterAll
    void stop() throws Exception {
        await(vertx.close());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/console/, text/html",
        "/console/index.html, text/html",
        "/console/main.js, text/javascript",
        "/console/lib/vue.js, text/javascript",
        "/console/lib/ol.js, text/javascript",
        "/console/lib/ol.css, text/css",
        "/console/lib/echarts.js, text/javascript",
        "/console/config.json, application/json"
    })
    void servesPagesAndLibraries(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);

        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("content-type").orElseThrow().startsWith(type));
        assertFalse(response.body().isEmpty());
    }

    @ParameterizedTest(name = "{0} is not there")
    @ValueSource(
            strings = {
                "/console/missing.js",
                "/console/lib/other.js",
                "/console/../logback.xml",
                "/console/%2e%2e/openapi.yaml",
                "/console/..%2fopenapi.yaml",
                "/console/lib/",
                "/console/main.class"
            })
    void hidesEverythingElse(String path) throws Exception {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void revalidatesByEtag() throws Exception {
        String etag = get("/console/main.js").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = send(request("/console/main.js").header("if-none-match", etag));

        assertEquals(304, again.statusCode());
        assertTrue(again.body().isEmpty());
    }

    @Test
    void allowsScriptsAndStylesOnlyFromItself() throws Exception {
        String policy =
                get("/console/").headers().firstValue("content-security-policy").orElseThrow();

        assertTrue(policy.contains("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
        assertTrue(policy.contains("img-src 'self' data: https://tiles.example.org:8443;"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @ParameterizedTest(name = "{0} leads to the console")
    @ValueSource(strings = {"/", "/console"})
    void leadsToTheConsole(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertEquals(302, response.statusCode());
        assertEquals("/console/", response.headers().firstValue("location").orElseThrow());
    }

    @ParameterizedTest(name = "tile source {0} is refused")
    @ValueSource(
            strings = {"tiles.example.org", "//tiles/{z}", "https://a b/{z}", "https://x; script-src *", "ftp://x/"})
    void refusesTileSourcesThatAreNotAddresses(String url) {
        assertThrows(IllegalArgumentException.class, () -> new ConsoleSettings(url, ""));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
