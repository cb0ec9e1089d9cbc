package io.sanse.model.release;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.release.forecast.FiredHours.FiredHour;
import io.sanse.model.release.gate.GateOrders;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform does by itself, over a real database. Each test has models of its own. */
class VersionWatchIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private static Path directory;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;

    private final GoneBacktests backtests = new GoneBacktests();
    private final Queue<ModelAssignment> told = new ConcurrentLinkedQueue<>();
    private Desk desk;
    private Desk other;

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
        other = new Desk(vertx, postgres, backtests, assigned -> {
            told.add(assigned);
            return Future.succeededFuture();
        });
    }

    @AfterEach
    void close() {
        desk.close();
        other.close();
    }

    private static BacktestJob job(UUID id, BacktestState state, ModelVersion version, BacktestResult result) {
        List<PlayedVersion> played = List.of(new PlayedVersion(version.model(), version.version()));
        Instant from = Desk.NOON.minus(Duration.ofDays(7));
        return new BacktestJob(
                id, state, 1, "sanse", Desk.NOON, null, from, Desk.NOON, played, List.of(), null, result);
    }

    private static BacktestResult fine(ModelVersion version) {
        return new BacktestResult(
                new BacktestResult.Played(null, null, 0, 0, 0),
                List.of(),
                version.gate().loads(),
                List.of());
    }

    private void willSay(ModelVersion version, BacktestState state) {
        willSay(version, state, state == BacktestState.DONE ? fine(version) : null);
    }

    private void willSay(ModelVersion version, BacktestState state, BacktestResult result) {
        UUID id = version.gate().backtest();
        backtests.say(id, Future.succeededFuture(job(id, state, version, result)));
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
        willSay(desk.put("d-running", 1, VersionStage.GATING), BacktestState.RUNNING);
        willSay(desk.put("e-interrupted", 1, VersionStage.GATING), BacktestState.INTERRUPTED);
        willSay(desk.put("f-passed", 1, VersionStage.GATING), BacktestState.DONE);

        result(desk.watch.gates());
        assertEquals("tested [its backtest is kept no longer]", gate("a-forgotten"));
        assertEquals("gating []", gate("b-away"));
        assertEquals("tested", gate("c-broken").substring(0, 6));
        assertEquals("gating []", gate("d-running"));
        assertEquals("tested [its backtest is interrupted]", gate("e-interrupted"));
        assertEquals("gated []", gate("f-passed"));

        willSay(away, BacktestState.DONE);
        result(desk.watch.gates());
        assertEquals("gated []", gate("b-away"));
    }

    /** Works until it wants a row that somebody holds; then its connection is cut, as a kill -9 cuts it. */
    private void killedWhileItWantsARow(String hold, Supplier<Future<?>> work) {
        SqlConnection holder = result(other.database.pool().getConnection());
        result(holder.query("BEGIN").execute());
        result(holder.query(hold).execute());
        Future<?> working = work.get();
        eventually(LIMIT, this::cut, pids -> pids > 0);
        result(working.transform(over -> Future.succeededFuture()));
        result(holder.query("ROLLBACK").execute());
        result(holder.close());
    }

    private int cut() {
        return result(other.database
                        .pool()
                        .query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .execute())
                .size();
    }

    private static String rowOf(String model) {
        return "SELECT * FROM model_version WHERE model = '" + model + "' FOR UPDATE";
    }

    @Test
    void aNodeThatIsKilledWhileItOrdersAGateLeavesNoHalfOfIt() {
        ModelVersion tested = desk.put("gate-ordered", 1, VersionStage.TESTED);
        VersionCommand command = new VersionCommand(
                new Caller("one", Set.of(Role.OPERATOR), null, List.of("")),
                UUID.randomUUID(),
                tested.model(),
                1,
                tested.revision(),
                VersionAction.GATE,
                List.of(),
                "why");
        UUID backtest = GateOrders.id(command);
        backtests.say(backtest, Future.succeededFuture(job(backtest, BacktestState.RUNNING, tested, null)));
        killedWhileItWantsARow(rowOf(tested.model()), () -> desk.desk.command(command));
        assertEquals(tested, other.version(tested.model(), 1));

        ModelVersion gating = result(other.desk.command(command));
        assertEquals(VersionStage.GATING, gating.stage());
        assertEquals(backtest, gating.gate().backtest(), "the backtest that was ordered before the kill");
        assertEquals(1, gating.steps().size());
    }

    @Test
    void aNodeThatIsKilledWhileItEndsAGateLeavesItToAnother() {
        ModelVersion gating = desk.put("gate-ended", 1, VersionStage.GATING);
        willSay(gating, BacktestState.DONE);
        killedWhileItWantsARow(rowOf(gating.model()), () -> desk.watch.gates());
        assertEquals(gating, other.version(gating.model(), 1));

        result(other.watch.gates());
        result(other.watch.gates());
        assertEquals(VersionStage.GATED, other.version(gating.model(), 1).stage());
        assertEquals(1, other.version(gating.model(), 1).steps().size());
    }

    @Test
    void aNodeThatIsKilledInTheMiddleOfARollBackLeavesItToAnother() {
        String model = "manifest-overdue";
        ModelVersion live = desk.put(model, 12, VersionStage.LIVE);
        fires(model, 12);
        killedWhileItWantsARow(
                "INSERT INTO model_assignment (model, revision, content, published) VALUES ('" + model
                        + "', 1, '{}', true)",
                () -> desk.watch.forecasts());
        assertEquals(live, other.version(model, 12), "it had been written as retired when the connection was cut");
        assertNull(other.assigned(model));

        result(other.watch.forecasts());
        result(other.watch.forecasts());
        assertEquals(VersionStage.RETIRED, other.version(model, 12).stage());
        assertEquals(1, other.version(model, 12).steps().size());
        eventually(LIMIT, () -> List.copyOf(told), all -> all.contains(other.assigned(model)));
    }

    /** A forecast of one alert a day, and a hundred within the hour. */
    private void fires(String model, int version) {
        result(desk.database
                .pool()
                .preparedQuery("""
                        INSERT INTO model_firing (model, version, shadow, hour, district, since, raised, retracted)
                        VALUES ($1, $2, false, $3, '330784', $3, 100, 0)""")
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
                "100 alerts in 1 h, at most 8 by the forecast of 1.0 a day",
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

    @Test
    void aVersionThatNothingCanReadIsNotHeldAgainstItsForecast() {
        ModelVersion gone = desk.put("vehicle-cloned-plate", 12, VersionStage.LIVE, "id: vehicle-cloned-plate");
        fires("vehicle-cloned-plate", 12);
        result(desk.watch.forecasts());
        assertEquals(gone, desk.version("vehicle-cloned-plate", 12));
    }

    private static Message<Detection> raised(String model, String episodeStart, String detectedAt) {
        Instant start = Instant.parse(episodeStart);
        Instant at = Instant.parse(detectedAt);
        Detection word = new Detection(
                UUID.randomUUID(),
                Change.RAISED,
                1,
                model,
                12,
                Subject.station("s1"),
                List.of(),
                start,
                Level.YELLOW,
                50,
                start,
                at,
                null,
                "330784",
                null,
                null,
                Set.of(),
                List.of(),
                Map.of(),
                Map.of(),
                new LocalizedText("升", "rise"),
                at,
                at,
                at);
        return new Message<>(0, 0, at, word);
    }

    @Test
    void firingsAreCountedForTheStageAndApartFromWhatLasted() {
        String model = "air-local-rise";
        ModelVersion live = desk.put(model, 12, VersionStage.LIVE);
        List<Message<Detection>> words = List.of(
                raised(model, "2026-03-05T03:00:00Z", "2026-03-05T03:59:59Z"),
                raised(model, "2026-03-05T03:00:00Z", "2026-03-05T04:00:01Z"),
                raised(model, "2026-03-05T04:00:00Z", "2026-03-05T04:10:00Z"));
        FiringStore firings = new FiringStore();
        result(desk.database.transaction(connection -> firings.add(connection, words)));
        result(desk.database.transaction(connection -> firings.add(connection, words)));
        assertEquals(
                List.of(new FiredHour(Desk.NOON, 2, 2)),
                result(firings.hours(desk.database.pool(), live, Desk.NOON.minus(Duration.ofDays(7))))
                        .hours());
        assertEquals(
                6,
                result(firings.days(desk.database.pool(), model, Desk.NOON.minus(Duration.ofDays(7)))).stream()
                        .mapToLong(Firing::raised)
                        .sum());
    }
}
