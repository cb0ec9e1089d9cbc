package io.sanse.ingest.service;

import static io.sanse.testing.Eventually.eventually;
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
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.ingest.access.AccessKeeper;
import io.sanse.ingest.access.AccessSettings;
import io.sanse.ingest.access.AccessStore;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The access log over a real database. */
class AccessLogIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration KEEP = Duration.ofDays(200);
    private static final Caller AUDITOR = new Caller("auditor", Set.of(Role.AUDITOR), null, List.of(""));
    private static final StatedPurpose CASE =
            new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, "永公〔2026〕3号", "核实驾驶员");

    @TempDir
    private static Path directory;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;
    private static ServiceContext context;
    private static Database database;

    // the database keeps rows by its own clock, for which this one's years are over
    private final TestClock clock = new TestClock("2020-03-05T04:00:00Z");
    private final AccessStore store = new AccessStore(database, new AccessSettings(KEEP));
    private final AccessEndpoint log = new AccessEndpoint(store, clock);

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
        context = TestContexts.of(vertx, InstantSource.system(), postgres.settings());
        database = result(Database.open(context, "ingest"));
    }

    @AfterAll
    static void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
        postgres.close();
        result(vertx.close());
    }

    /** Each test is a user of its own: what is written stays. */
    private static Caller officer(String user) {
        return new Caller(user, Set.of(Role.DEPARTMENT_OFFICER, Role.OPERATOR), "ecology", List.of("330784"));
    }

    private static AccessNote noted(String user, StatedPurpose stated, AccessResult result, String... persons) {
        return new AccessNote(
                officer(user),
                new Origin("10.0.0.8", "203.0.113.7"),
                "/api/v1/subjects/person/" + persons[0],
                List.of(persons).stream().map(Subject::person).toList(),
                stated,
                result,
                new AccessTurn(user, 0, false, false));
    }

    private void note(String user, StatedPurpose stated, AccessResult result, String... persons) {
        result(log.note(noted(user, stated, result, persons)));
    }

    private AccessPage page(String person, String user, String after, int limit) {
        return result(
                log.list(new AccessQuery(AUDITOR, person == null ? null : Subject.person(person), user, after, limit)));
    }

    @Test
    void anEntrySaysEverything() {
        note("officer", CASE, AccessResult.GIVEN, "P1", "P2");
        Access entry = page(null, "officer", null, 10).items().get(0);
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
        for (String person : List.of("P11", "P12", "P11", "P13")) {
            note("pager", StatedPurpose.NONE, AccessResult.REFUSED, person);
        }
        note("other", CASE, AccessResult.REFUSED, "P11");
        assertEquals(List.of("P11"), persons(page(null, null, null, 1)), "the newest of all");
        AccessPage newest = page(null, "pager", null, 2);
        AccessPage older = page(null, "pager", newest.next(), 2);
        assertEquals(List.of("P13", "P11"), persons(newest));
        assertEquals(List.of("P12", "P11"), persons(older));
        assertNull(older.next());
        assertEquals(3, page("P11", null, null, 3).items().size());
        assertEquals(List.of("P11", "P11"), persons(page("P11", "pager", null, 200)));
    }

    private static List<String> persons(AccessPage page) {
        return page.items().stream().map(entry -> entry.persons().get(0).id()).toList();
    }

    @Test
    void whoMayReadIt() {
        Caller officer = officer("curious");
        assertEquals(ServiceError.FORBIDDEN, error(log.list(new AccessQuery(officer, null, null, null, 10))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, "-1", 10))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, null, 0))));
        assertEquals(ServiceError.REJECTED, error(log.list(new AccessQuery(AUDITOR, null, null, null, 201))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_log SET reason = 'another' WHERE caller = 'kept'",
                "UPDATE access_log SET kept_until = '-infinity' WHERE caller = 'kept'",
                "DELETE FROM access_log WHERE caller = 'kept'",
                "TRUNCATE access_log"
            })
    void nobodyChangesIt(String attempt) {
        clock.set(Instant.now());
        note("kept", CASE, AccessResult.GIVEN, "P1");
        int before = page(null, "kept", null, 200).items().size();
        PgException refused = assertThrows(
                PgException.class, () -> result(database.pool().query(attempt).execute()));
        assertEquals("23000", refused.getSqlState());
        assertEquals(before, page(null, "kept", null, 200).items().size());
    }

    @Test
    void nothingIsGivenWithoutAPurposeWhoeverWrites() {
        assertEquals(ServiceError.BUG, error(log.note(noted("silent", StatedPurpose.NONE, AccessResult.GIVEN, "P1"))));
        assertEquals(List.of(), page(null, "silent", null, 10).items());
    }

    @Test
    void whatNeedNotBeKeptIsForgotten() {
        note("forgotten", CASE, AccessResult.GIVEN, "P1");
        clock.advance(KEEP.plusSeconds(1));
        note("forgotten", CASE, AccessResult.GIVEN, "P2");
        ServiceContext keeping = TestContexts.of(vertx, clock);
        AccessKeeper.start(keeping, store);
        eventually(LIMIT, () -> persons(page(null, "forgotten", null, 10)), left -> left.equals(List.of("P2")));
        result(keeping.lifecycle().stop(LIMIT));
    }

    @Test
    void lessThanSixMonthsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AccessSettings(Duration.ofDays(183)));
        assertEquals(184, new AccessSettings(Duration.ofDays(184)).keep().toDays());
    }

    @Test
    void withoutADatabaseNothingIsWrittenDownAndThatIsSaid() {
        postgres.close();
        Throwable away = result(log.note(noted("away", CASE, AccessResult.GIVEN, "P1"))
                .transform(done -> Future.succeededFuture(done.cause())));
        assertEquals(ServiceError.UNAVAILABLE, ServiceError.of(away));
        assertEquals("what is stored cannot be reached now", away.getMessage());
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), postgres.port());
        note("away", CASE, AccessResult.GIVEN, "P1");
        assertEquals(1, page(null, "away", null, 10).items().size());
    }

    private static ServiceError error(Future<?> answer) {
        return result(answer.transform(done -> Future.succeededFuture(ServiceError.of(done.cause()))));
    }
}
