package io.sanse.model.release;

import static io.sanse.testing.Eventually.result;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.certification.Certifications;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.library.Library;
import io.sanse.model.release.gate.GateLimits;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Settings;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A node's desk of versions over a real database; backtests and the other nodes are the test's. */
final class Desk implements AutoCloseable {
    private static final ModelSet LIBRARY = Library.load();
    static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    final VersionStore store = new VersionStore();
    final Database database;
    final Publisher publisher;
    final VersionDesk desk;
    final VersionWatch watch;
    final Certifications certifications;
    private final ServiceContext context;

    Desk(
            Vertx vertx,
            EmbeddedPostgres postgres,
            BacktestService backtests,
            Function<ModelAssignment, Future<Void>> nodes) {
        context = TestContexts.of(vertx, new TestClock(NOON.toString()), postgres.settings());
        database = result(Database.open(context, "model"));
        certifications = new Certifications(context, database, () -> LIBRARY, told -> Future.succeededFuture());
        ReleaseParts parts = new ReleaseParts(
                vertx,
                context.clock(),
                database,
                backtests,
                certifications,
                new VersionTexts(LIBRARY),
                () -> Set.of("330784", "330783"),
                ReleaseSettings.from(Settings.of(Map.of("model.canary.least", "PT0S"))));
        publisher = new Publisher(parts, nodes);
        desk = new VersionDesk(parts, publisher);
        watch = new VersionWatch(parts, publisher);
    }

    /** A version at a stage of its life, written down by {@code author}. */
    ModelVersion put(String model, int number, VersionStage stage) {
        return put(model, number, stage, text("vehicle-suspicious-stop"));
    }

    /** The text of a version that ships. */
    static String text(String model) {
        return LIBRARY.models().stream()
                .filter(one -> one.id().equals(model))
                .findFirst()
                .orElseThrow()
                .head()
                .source();
    }

    /** The same with a text of its own. */
    ModelVersion put(String model, int number, VersionStage stage, String text) {
        boolean judges = stage == VersionStage.LIVE || stage == VersionStage.CANARY;
        ModelVersion version = new ModelVersion(
                model,
                number,
                1,
                stage,
                "author",
                stage == VersionStage.CANARY ? List.of("330784") : List.of(),
                judges ? NOON : null,
                text,
                "cases",
                null,
                new GateReport(UUID.randomUUID(), List.of(), List.of(load(model, number)), null, List.of()),
                null,
                null,
                List.of());
        result(store.put(database.pool(), List.of(version)));
        return version;
    }

    private static AlertLoad load(String model, int number) {
        return new AlertLoad(model, number, GateLimits.OVERALL, 7, 1, 1, 1, List.of());
    }

    /** Another text in the place of a version's, as if another release had taken it. */
    void write(String model, int number, String text) {
        result(database.pool().preparedQuery("""
                        UPDATE model_version SET content = jsonb_set(content::jsonb, '{text}', to_jsonb($3::text))::text
                        WHERE model = $1 AND version = $2""").execute(Tuple.of(model, number, text)));
    }

    ModelVersion version(String model, int number) {
        return VersionDesk.find(result(store.all(database.pool(), model)), number);
    }

    ModelAssignment assigned(String model) {
        return result(store.assigned(database.pool(), model));
    }

    /** Orders a step of a version as it was seen. */
    Future<ModelVersion> order(String user, ModelVersion seen, VersionAction action, String... districts) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return desk.command(new VersionCommand(
                caller,
                UUID.randomUUID(),
                seen.model(),
                seen.version(),
                seen.revision(),
                action,
                List.of(districts),
                "why"));
    }

    Future<ModelVersionList> versions(String user, String model) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return desk.versions(new VersionQuery(caller, model));
    }

    static ServiceError error(Future<?> future) {
        return ServiceError.of(result(future.transform(done -> Future.succeededFuture(done.cause()))));
    }

    /** The connections go; what is under way in them is undone by the database, as after a kill. */
    @Override
    public void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
    }
}
