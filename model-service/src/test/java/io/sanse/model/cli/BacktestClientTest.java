package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.model.backtest.Plan;
import io.sanse.model.file.ModelFileException;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers what it was told to. */
class BacktestClientTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final List<Plan.Source> VERSIONS =
            List.of(new Plan.Source("one.yaml", "id: one"), new Plan.Source("two.yaml", "id: two"));

    private record Answer(int status, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod()
                + ' '
                + exchange.getRequestHeaders().getFirst("authorization")
                + ' '
                + body);
        Answer answer = answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void willAnswer(BacktestState state, String reason, BacktestResult result) {
        BacktestJob job = new BacktestJob(
                UUID.randomUUID(), "operator", NOON, NOON.plusSeconds(1), state, 0.25, NOON, null, reason, result);
        answers.add(new Answer(200, Json.text(job)));
    }

    private BacktestResult ask(String token) {
        BacktestOptions options = BacktestOptions.parse(List.of(
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--from",
                "2026-03-05",
                "--to",
                "2026-03-06"));
        return new BacktestClient(options, token, progress::add).result(VERSIONS, List.of());
    }

    @Test
    void asksUntilTheJobIsDone() {
        BacktestResult result =
                new BacktestResult(new BacktestResult.Played(NOON, NOON, 3, 0.5, 0), List.of(), List.of(), List.of());
        willAnswer(BacktestState.RUNNING, null, null);
        willAnswer(BacktestState.DONE, null, result);
        assertEquals(result, ask("secret"));
        assertEquals(List.of("25 % played"), progress);
        assertTrue(
                requests.get(0).startsWith("POST Bearer secret {\"models\":[\"id: one\",\"id: two\"]"),
                requests::toString);
        assertEquals("GET Bearer secret ", requests.get(1));
    }

    @Test
    void aProblemIsToldInTheFileThatItIsIn() {
        answers.add(
                new Answer(
                        422,
                        "{\"title\":\"x\",\"problems\":[{\"model\":\"models/1\",\"line\":3,\"column\":7,\"what\":\"is wrong\"}]}"));
        ModelFileException told = assertThrows(ModelFileException.class, () -> ask("secret"));
        assertEquals("two.yaml:3:7: is wrong", told.getMessage());
    }

    @Test
    void aRefusalIsTold() {
        answers.add(new Answer(409, "{\"title\":\"Conflict\",\"detail\":\"as many run as may\"}"));
        assertEquals("the platform says 409: as many run as may", complaint("secret"));
    }

    @Test
    void aJobThatFailsIsTold() {
        willAnswer(BacktestState.FAILED, "its node was stopped", null);
        assertEquals("the backtest is failed: its node was stopped", complaint("secret"));
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        assertEquals("the platform wants a token: set SANSE_TOKEN", complaint(null));
        assertEquals(List.of(), requests);
    }

    @Test
    void somebodyElseAnswers() {
        answers.add(new Answer(200, "<html>"));
        assertTrue(complaint("secret").endsWith(" does not answer as Sanse does"));
    }

    private String complaint(String token) {
        return assertThrows(IllegalArgumentException.class, () -> ask(token)).getMessage();
    }
}
