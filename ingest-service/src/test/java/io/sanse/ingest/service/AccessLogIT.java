package io.sanse.ingest.service;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.access.Access;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessNote.Origin;
import io.sanse.contract.access.AccessPage;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessQuery;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.ingest.access.AccessKeeper;
import io.sanse.ingest.access.AccessSettings;
import io.sanse.ingest.access.AccessStore;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The access log over a real database. */
class AccessLogIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration KEEP = Duration.ofDays(200);
    private static final Caller OFFICER =
            new Caller("officer", Set.of(Role.DEPARTMENT_OFFICER, Role.OPERATOR), "ecology", List.of("330784"));
    private static final Caller AUDITOR = new Caller("auditor", Set.of(Role.AUDITOR), null, List.of(""));
    private static final StatedPurpose CASE =
            new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, "永公〔2026〕3号", "核实驾驶员");

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    // rows are kept by the database's clock, which is no later than this one is set back
    private final TestClock clock = new TestClock("2020-03-05T04:00:00Z");
    private EmbeddedPostgres postgres;
    private ServiceContext context;
    private Database database;
    private AccessStore store;
    private AccessEndpoint log;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(directory, 0);
        context = TestContexts.of(vertx, clock, postgres.settings());
        database = result(Database.open(context, "ingest"));
        store = new AccessStore(database, new AccessSettings(KEEP));
        log = new AccessEndpoint(store, clock);
    }

    @AfterEach
    void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
        postgres.close();
        result(vertx.close());
    }

    private void note(Caller caller, StatedPurpose stated, AccessResult result, String... persons) {
        List<Subject> subjects = List.of(persons).stream().map(Subject::person).toList();
        Origin origin = new Origin("10.0.0.8", "203.0.113.7");
        result(log.note(
                new AccessNote(caller, origin, "/api/v1/subjects/person/" + persons[0], subjects, stated, result)));
    }

    private AccessPage page(String person, String user, String after, int limit) {
        return result(
                log.list(new AccessQuery(AUDITOR, person == null ? null : Subject.person(person), user, after, limit)));
    }

    @Test
    void anEntrySaysEverything() {
        note(OFFICER, CASE, AccessResult.GIVEN, "P1", "P2");
        Access entry = page(null, null, null, 10).items().get(0);
        Access expected = new Access(
                entry.id(),
                clock.instant(),
                "officer",
                List.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER),
                "ecology",
                "/api/v1/subjects/person/P1",
                List.of(Subject.person("P1"), Subject.person("P2")),
                AccessPurpose.CASE_INVESTIGATION,
                "永公〔2026〕3号",
                "核实驾驶员",
                "10.0.0.8",
                "203.0.113.7",
                AccessResult.GIVEN,
                clock.instant().plus(KEEP));
        assertEquals(expected, entry);
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        for (String person : List.of("P1", "P2", "P1", "P3")) {
            note(OFFICER, StatedPurpose.NONE, AccessResult.REFUSED, person);
        }
        note(AUDITOR, CASE, AccessResult.REFUSED, "P1");
        AccessPage newest = page(null, null, null, 2);
        AccessPage older = page(null, null, newest.next(), 3);
        assertEquals(List.of("P1", "P3"), persons(newest));
        assertEquals(List.of("P1", "P2", "P1"), persons(older));
        assertNull(older.next());
        assertEquals(3, page("P1", null, null, 3).items().size());
        assertEquals(4, page(null, "officer", null, 200).items().size());
        assertEquals(List.of("P1", "P1"), persons(page("P1", "officer", null, 200)));
    }

    private static List<String> persons(AccessPage page) {
        return page.items().stream().map(entry -> entry.persons().get(0).id()).toList();
    }

    @Test
    void whoMayReadIt() {
        assertEquals(ServiceError.FORBIDDEN, error(log.list(new AccessQuery(OFFICER, null, null, null, 10))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, "-1", 10))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, null, 0))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, null, 201))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_log SET reason = 'another'",
                "UPDATE access_log SET kept_until = '-infinity'",
                "DELETE FROM access_log",
                "TRUNCATE access_log"
            })
    void nobodyChangesIt(String attempt) {
        clock.set(Instant.now());
        note(OFFICER, CASE, AccessResult.GIVEN, "P1");
        PgException refused = assertThrows(
                PgException.class, () -> result(database.pool().query(attempt).execute()));
        assertEquals("23000", refused.getSqlState());
        assertEquals(1, page(null, null, null, 10).items().size());
    }

    @Test
    void nothingIsGivenWithoutAPurposeWhoeverWrites() {
        assertEquals(ServiceError.BUG, error(log.note(given(StatedPurpose.NONE))));
        assertEquals(0, page(null, null, null, 10).items().size());
    }

    private static AccessNote given(StatedPurpose stated) {
        return new AccessNote(
                OFFICER, new Origin("10.0.0.8", null), "/x", List.of(Subject.person("P1")), stated, AccessResult.GIVEN);
    }

    @Test
    void whatNeedNotBeKeptIsForgotten() {
        note(OFFICER, CASE, AccessResult.GIVEN, "P1");
        clock.advance(KEEP.plusSeconds(1));
        note(OFFICER, CASE, AccessResult.GIVEN, "P2");
        AccessKeeper.start(context, store);
        Eventually.eventually(LIMIT, () -> persons(page(null, null, null, 10)), left -> left.equals(List.of("P2")));
    }

    @Test
    void lessThanSixMonthsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AccessSettings(Duration.ofDays(183)));
    }

    @Test
    void withoutADatabaseNothingIsWrittenDownAndThatIsSaid() {
        postgres.close();
        assertEquals(ServiceError.UNAVAILABLE, error(log.note(given(CASE))));
        postgres = EmbeddedPostgres.start(
                directory, Integer.parseInt(postgres.settings().get("postgres.port")));
        note(OFFICER, CASE, AccessResult.GIVEN, "P1");
    }

    private static ServiceError error(Future<?> answer) {
        return result(answer.transform(done -> Future.succeededFuture(ServiceError.of(done.cause()))));
    }
}
