package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.model.backtest.Plan;
import io.sanse.model.file.ModelFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a server that answers what it was told to. */
class BacktestClientTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final List<Plan.Source> VERSIONS =
            List.of(new Plan.Source("one.yaml", "id: one"), new Plan.Source("two.yaml", "id: two"));

    private final List<String> progress = new ArrayList<>();
    private int pauses;

    @RegisterExtension
    final ScriptedPlatform platform = new ScriptedPlatform();

    private List<String> requests() {
        return platform.requests.stream()
                .map(request -> request.call().split(" ")[0] + ' ' + request.authorization() + ' ' + request.body())
                .toList();
    }

    private void willAnswer(BacktestState state, String reason, BacktestResult result) {
        BacktestJob job = new BacktestJob(
                UUID.randomUUID(),
                state,
                0.25,
                "operator",
                NOON,
                null,
                NOON,
                NOON.plusSeconds(1),
                List.of(),
                List.of(),
                reason,
                result);
        platform.willAnswer(job);
    }

    private BacktestResult ask(String token) {
        BacktestOptions options = BacktestOptions.parse(
                List.of("--url", platform.url().toString(), "--from", "2026-03-05", "--to", "2026-03-06"));
        Executor afterAPause = question -> {
            pauses++;
            question.run();
        };
        return new BacktestClient(options, token, progress::add, afterAPause).result(VERSIONS, List.of());
    }

    @Test
    void asksUntilTheJobIsDone() {
        BacktestResult result =
                new BacktestResult(new BacktestResult.Played(NOON, NOON, 3, 0.5, 0), List.of(), List.of(), List.of());
        willAnswer(BacktestState.RUNNING, null, null);
        willAnswer(BacktestState.RUNNING, null, null);
        willAnswer(BacktestState.DONE, null, result);
        assertEquals(result, ask("secret"));
        assertEquals(List.of("25 % played", "25 % played"), progress);
        assertEquals(2, pauses);
        assertTrue(
                requests().get(0).startsWith("POST Bearer secret {\"models\":[\"id: one\",\"id: two\"]"),
                () -> requests().toString());
        assertEquals("GET Bearer secret ", requests().get(1));
    }

    @Test
    void aProblemIsToldInTheFileThatItIsIn() {
        platform.willAnswer(
                422,
                "{\"title\":\"x\",\"problems\":[{\"model\":\"models/1\",\"line\":3,\"column\":7,\"what\":\"is wrong\"}]}");
        ModelFileException told = assertThrows(ModelFileException.class, () -> ask("secret"));
        assertEquals("two.yaml:3:7: is wrong", told.getMessage());
    }

    @Test
    void aRefusalIsTold() {
        platform.willAnswer(409, "{\"title\":\"Conflict\",\"detail\":\"as many run as may\"}");
        assertEquals("the platform says 409: as many run as may", complaint("secret"));
    }

    @Test
    void aJobThatFailsIsTold() {
        willAnswer(BacktestState.FAILED, "its node was stopped", null);
        assertEquals("the backtest is failed: its node was stopped", complaint("secret"));
    }

    @Test
    void aPlatformThatIsLostMeanwhileIsTold() {
        willAnswer(BacktestState.RUNNING, null, null);
        platform.willAnswer(503, "{\"title\":\"Unavailable\",\"detail\":\"backtests cannot be reached now\"}");
        assertEquals("the platform says 503: backtests cannot be reached now", complaint("secret"));
        assertEquals(1, pauses);
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        assertEquals("the platform wants a token: set SANSE_TOKEN", complaint(null));
        assertEquals(List.of(), requests());
    }

    @Test
    void somebodyElseAnswers() {
        platform.willAnswer(200, "<html>");
        assertTrue(complaint("secret").endsWith(" does not answer as Sanse does"));
    }

    private String complaint(String token) {
        return assertThrows(IllegalArgumentException.class, () -> ask(token)).getMessage();
    }
}
