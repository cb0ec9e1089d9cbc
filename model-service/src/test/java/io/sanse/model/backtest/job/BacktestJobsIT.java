package io.sanse.model.backtest.job;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.Played;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.BacktestState;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.backtest.Plan;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.engine.DisturbedCity;
import io.sanse.model.engine.KafkaTap;
import io.sanse.model.library.Library;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceException;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs over the bus, against a real broker and a real database. */
class BacktestJobsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Caller OPERATOR = caller("operator", Role.OPERATOR, "330784");
    private static final Caller ELSEWHERE = caller("elsewhere", Role.OPERATOR, "330106");
    private static final Caller ADMIN = caller("admin", Role.ADMIN, "");
    private static final Caller AUDITOR = caller("auditor", Role.AUDITOR, "");

    private static final int MINUTES = 12 * 60;

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static ServiceContext context;
    private static Database database;
    private static BacktestService service;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
        vertx = Vertx.vertx();
        context = TestContexts.of(
                vertx, InstantSource.system(), Map.of("kafka.partitions", "2"), kafka.settings(), postgres.settings());
        try (KafkaTap tap = new KafkaTap(kafka.port(), 2)) {
            tap.know(DisturbedCity.registry());
            DisturbedCity city = new DisturbedCity(24, MINUTES, 11);
            for (int minute = 0; minute < MINUTES; minute++) {
                city.minute(minute).forEach(tap::observe);
                tap.observeEverywhere(DisturbedCity.progress(minute + 1));
            }
        }
        database = result(Database.open(context, "model"));
        new ServiceBinder(vertx)
                .setAddress(BacktestService.ADDRESS)
                .register(BacktestService.class, new BacktestJobs(context, database, Library::load));
        service = new ServiceProxyBuilder(vertx)
                .setAddress(BacktestService.ADDRESS)
                .build(BacktestService.class);
    }

    @AfterAll
    static void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(vertx.close());
        postgres.close();
        kafka.close();
    }

    private static Caller caller(String user, Role role, String area) {
        return new Caller(user, Set.of(role), null, List.of(area));
    }

    private static BacktestOrder order(Caller caller, List<String> texts) {
        Instant now = Instant.now();
        // what the trucks reported arrived today, and says that it was received in the night of the fifth of March
        return new BacktestOrder(
                caller,
                UUID.randomUUID(),
                texts,
                List.of(),
                List.of(),
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofHours(1)),
                0);
    }

    private static BacktestJob ended(Caller caller, UUID id) {
        return eventually(
                LIMIT,
                () -> result(service.job(new BacktestRef(caller, id))),
                job -> job.state() != BacktestState.RUNNING);
    }

    private static ServiceError error(Future<?> future) {
        return ServiceError.of(failure(future));
    }

    private static Throwable failure(Future<?> future) {
        return result(future.transform(done -> Future.succeededFuture(done.cause())));
    }

    @Test
    void aJobComesToItsEndOnceForEachId() {
        BacktestOrder order = order(OPERATOR, List.of());
        assertEquals(BacktestState.RUNNING, result(service.begin(order)).state());
        BacktestJob done = ended(OPERATOR, order.id());
        assertEquals(BacktestState.DONE, done.state(), () -> done.reason());
        assertEquals(1.0, done.progress());
        assertEquals(Library.load().models().size(), done.versions().size());
        assertEquals(List.of(), done.against());
        assertTrue(done.result().played().observations() > 10_000, done::toString);
        assertEquals(0, done.result().played().defects());
        assertEquals(done, result(service.begin(order)));
    }

    @Test
    void onlyItsOwnerAndAdminsSeeIt() {
        BacktestOrder order = order(OPERATOR, List.of());
        result(service.begin(order));
        ended(OPERATOR, order.id());
        assertNotNull(result(service.job(new BacktestRef(ADMIN, order.id()))));
        assertEquals(ServiceError.NOT_FOUND, error(service.job(new BacktestRef(ELSEWHERE, order.id()))));
        assertEquals(ServiceError.FORBIDDEN, error(service.job(new BacktestRef(AUDITOR, order.id()))));
        assertEquals(ServiceError.FORBIDDEN, error(service.begin(order(AUDITOR, List.of()))));
    }

    @Test
    void aWrongModelIsRefusedWithLineAndColumn() {
        ServiceException refused =
                (ServiceException) failure(service.begin(order(OPERATOR, List.of("id: a\nversion: one\n"))));
        assertEquals(ServiceError.REJECTED, ServiceError.of(refused));
        JsonObject second = refused.getDebugInfo().getJsonArray("problems").stream()
                .map(JsonObject.class::cast)
                .filter(problem -> problem.getInteger("line") == 2)
                .findFirst()
                .orElseThrow();
        assertEquals("models/0", second.getString("model"));
        assertEquals(10, second.getInteger("column"));
    }

    @Test
    void aPeriodThatCannotBeIsRefused() {
        Instant now = Instant.now();
        for (Duration length : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(32))) {
            BacktestOrder order = new BacktestOrder(
                    OPERATOR,
                    UUID.randomUUID(),
                    null,
                    null,
                    null,
                    now.minusSeconds(1),
                    now.minusSeconds(1).plus(length),
                    null);
            assertEquals(ServiceError.REJECTED, error(service.begin(order)), length.toString());
        }
    }

    @Test
    void aCancelledJobEnds() {
        BacktestOrder order = order(OPERATOR, List.of());
        result(service.begin(order));
        result(service.cancel(new BacktestRef(OPERATOR, order.id())));
        BacktestState state = ended(OPERATOR, order.id()).state();
        assertTrue(state == BacktestState.CANCELLED || state == BacktestState.DONE, state::text);
    }

    private static BacktestRun run(Duration timeLimit) {
        BacktestSettings usual = BacktestSettings.from(context.settings());
        BacktestSettings settings =
                new BacktestSettings(1, usual.longest(), timeLimit, usual.warmUp(), usual.kept(), usual.messages());
        ModelSet live = Library.load();
        Plan plan = Plan.of(live, List.of(), List.of(), List.of());
        return new BacktestRun(order(OPERATOR, List.of()), plan, settings, InstantSource.system());
    }

    @Test
    void whatIsToldToEndEndsAndSaysWhy() {
        KafkaSettings settings = KafkaSettings.from(context.settings());
        BacktestRun cancelled = run(LIMIT);
        cancelled.cancel();
        assertEquals(new JobStore.End(BacktestState.CANCELLED, null, null), cancelled.play(settings));
        assertTrue(cancelled.progress() < 1, "it was played to the end");
        BacktestRun stopped = run(LIMIT);
        stopped.stop();
        assertEquals(new JobStore.End(BacktestState.FAILED, "its node was stopped", null), stopped.play(settings));
        assertEquals(
                new JobStore.End(BacktestState.FAILED, "it took longer than PT0S", null),
                run(Duration.ZERO).play(settings));
    }

    private static JobStore.Begun begun(BacktestOrder order) {
        return new JobStore.Begun(
                order, List.of(new PlayedVersion("night-dumping", 7)), List.of(new PlayedVersion("night-dumping", 6)));
    }

    private static BacktestPage page(Caller caller, String model, String after) {
        return result(service.jobs(new BacktestQuery(caller, model, after, 2)));
    }

    @Test
    void jobsAreListedNewestFirstToThoseWhoMaySeeThem() {
        Caller lister = caller("lister", Role.OPERATOR, "330784");
        JobStore store = new JobStore();
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3).toList();
        for (UUID id : ids) {
            Instant from = Instant.parse("2026-03-05T00:00:00Z");
            BacktestOrder order = new BacktestOrder(lister, id, null, null, null, from, from.plusSeconds(1), null);
            result(database.transaction(connection -> store.insert(connection, begun(order), Instant.now())));
            BacktestResult nothing =
                    new BacktestResult(new Played(null, null, 0, 0, 0), List.of(), List.of(), List.of());
            result(store.end(database.pool(), id, new JobStore.End(BacktestState.DONE, null, nothing), Instant.now()));
        }
        BacktestPage first = page(lister, null, null);
        assertEquals(
                List.of(ids.get(2), ids.get(1)),
                first.items().stream().map(BacktestJob::id).toList());
        BacktestJob newest = first.items().get(0);
        assertEquals("lister done [night-dumping@7] [night-dumping@6] null", said(newest));
        BacktestPage second = page(lister, "night-dumping", first.next());
        assertEquals(
                List.of(ids.get(0)),
                second.items().stream().map(BacktestJob::id).toList());
        assertNull(second.next());
        assertEquals(List.of(), page(lister, "night-dump", null).items());
        assertEquals(
                List.of(), page(caller("nobody", Role.OPERATOR, ""), null, null).items());
        assertEquals(
                ids.get(2), page(ADMIN, "night-dumping", null).items().get(0).id());
        assertEquals(ServiceError.FORBIDDEN, error(service.jobs(new BacktestQuery(AUDITOR, null, null, 2))));
        assertEquals(ServiceError.REJECTED, error(service.jobs(new BacktestQuery(ADMIN, null, "ours?", 2))));
        assertEquals(ServiceError.REJECTED, error(service.jobs(new BacktestQuery(ADMIN, null, null, 0))));
    }

    private static String said(BacktestJob job) {
        return job.orderedBy()
                + ' '
                + job.state().text()
                + ' '
                + job.versions()
                + ' '
                + job.against()
                + ' '
                + job.result();
    }

    @Test
    void aJobWhoseNodeIsGoneIsInterruptedAndHoldsNobodyUp() {
        UUID id = UUID.randomUUID();
        Instant longAgo = Instant.now().minus(JobStore.LOST).minusSeconds(1);
        JobStore store = new JobStore();
        BacktestOrder order =
                new BacktestOrder(OPERATOR, id, null, null, null, longAgo.minusSeconds(60), longAgo, null);
        result(database.transaction(connection -> store.insert(connection, begun(order), longAgo)));
        assertEquals(
                BacktestState.INTERRUPTED,
                result(service.job(new BacktestRef(OPERATOR, id))).state());
        BacktestOrder next = order(OPERATOR, List.of());
        result(service.begin(next));
        assertEquals(BacktestState.DONE, ended(OPERATOR, next.id()).state());
    }

    @Test
    void noMoreRunThanMay() {
        UUID other = UUID.randomUUID();
        JobStore store = new JobStore();
        BacktestOrder elsewhere =
                new BacktestOrder(ADMIN, other, null, null, null, Instant.now().minusSeconds(60), Instant.now(), null);
        result(database.transaction(connection -> store.insert(connection, begun(elsewhere), Instant.now())));
        assertEquals(ServiceError.CONFLICT, error(service.begin(order(OPERATOR, List.of()))));
        result(store.end(database.pool(), other, new JobStore.End(BacktestState.CANCELLED, null, null), Instant.now()));
    }
}
