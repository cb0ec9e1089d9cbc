package io.sanse.model.release;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform does by itself, over a real database. Each test has models of its own. */
class VersionWatchIT {
    @TempDir
    private static Path directory;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;

    private final GoneBacktests backtests = new GoneBacktests();
    private Desk desk;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        result(vertx.close());
    }

    @BeforeEach
    void open() {
        desk = new Desk(vertx, postgres, backtests, assigned -> Future.succeededFuture());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static BacktestJob job(UUID id, BacktestState state, BacktestResult result) {
        return new BacktestJob(id, "sanse", Desk.NOON, Desk.NOON, state, 1, Desk.NOON, null, null, result);
    }

    private void willSay(ModelVersion version, BacktestState state, BacktestResult result) {
        UUID id = version.gate().backtest();
        backtests.say(id, Future.succeededFuture(job(id, state, result)));
    }

    private String gate(String model) {
        ModelVersion now = desk.version(model, 1);
        return now.stage().text() + " " + now.gate().refusals();
    }

    @Test
    void aGateThatCannotBeReadIsEndedAndHoldsNobodyUp() {
        desk.put("a-forgotten", 1, VersionStage.GATING);
        ModelVersion away = desk.put("b-away", 1, VersionStage.GATING);
        backtests.say(away.gate().backtest(), Future.failedFuture(ServiceError.UNAVAILABLE.exception("not now")));
        ModelVersion broken = desk.put("c-broken", 1, VersionStage.GATING);
        willSay(broken, BacktestState.DONE, null);
        willSay(desk.put("d-running", 1, VersionStage.GATING), BacktestState.RUNNING, null);
        willSay(desk.put("e-interrupted", 1, VersionStage.GATING), BacktestState.INTERRUPTED, null);
        BacktestResult fine =
                new BacktestResult(new BacktestResult.Played(null, null, 0, 0, 0), List.of(), List.of(), List.of());
        willSay(desk.put("f-passed", 1, VersionStage.GATING), BacktestState.DONE, fine);

        result(desk.watch.gates());
        assertEquals("tested [its backtest is kept no longer]", gate("a-forgotten"));
        assertEquals("gating []", gate("b-away"));
        assertEquals("tested", gate("c-broken").substring(0, 6));
        assertEquals("gating []", gate("d-running"));
        assertEquals("tested [its backtest is interrupted]", gate("e-interrupted"));
        assertEquals("gated []", gate("f-passed"));

        willSay(away, BacktestState.DONE, fine);
        result(desk.watch.gates());
        assertEquals("gated []", gate("b-away"));
    }

    /** A forecast of one alert a day, and a hundred within the hour. */
    private void fires(String model, int version) {
        result(desk.database
                .pool()
                .preparedQuery("""
                        INSERT INTO model_firing (model, version, shadow, hour, district, raised, retracted)
                        VALUES ($1, $2, false, $3, '330784', 100, 0)""")
                .execute(Tuple.of(model, version, Desk.NOON.atOffset(ZoneOffset.UTC))));
    }

    @Test
    void whatLeavesItsForecastIsRolledBackUnlessTheModelWouldFallSilent() {
        desk.put("vehicle-suspicious-stop", 12, VersionStage.LIVE);
        fires("vehicle-suspicious-stop", 12);
        desk.put("never-shipped", 1, VersionStage.LIVE);
        fires("never-shipped", 1);

        result(desk.watch.forecasts());
        assertEquals(
                VersionStage.RETIRED,
                desk.version("vehicle-suspicious-stop", 12).stage());
        ModelVersion only = desk.version("never-shipped", 1);
        assertEquals(VersionStage.LIVE, only.stage());
        assertEquals("sanse", only.asked().user());
        assertEquals(
                "100 alerts since 2026-03-05T04:00:00Z, forecast 1.0 a day",
                only.asked().reason());

        result(desk.watch.forecasts());
        assertEquals(only, desk.version("never-shipped", 1), "asked for once");
        ModelVersion asked = result(desk.order("one", only, VersionAction.RETIRE));
        assertEquals("one", asked.asked().user());
        assertEquals(
                VersionStage.RETIRED,
                result(desk.order("two", asked, VersionAction.RETIRE)).stage());
        assertNull(desk.assigned("never-shipped").turns().get(0).live());
    }
}
