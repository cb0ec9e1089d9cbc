package io.sanse.model.certification;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.library.Library;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's models over a year, over a real database. */
class CertificationsIT {
    private static final String MODEL = "vehicle-suspicious-stop";
    private static final int VERSION = 2;

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;

    private final Vertx vertx = Vertx.vertx();
    private final TestClock clock = new TestClock("2026-03-05T04:00:00Z");
    private final ModelSet library = Library.load();
    private final List<CertificationNotice> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<Future<Void>> broker = new AtomicReference<>(Future.succeededFuture());
    private ServiceContext context;
    private Database database;
    private Certifications certifications;

    @BeforeAll
    static void startPostgres() {
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        context = TestContexts.of(vertx, clock, postgres.settings());
        database = result(Database.open(context, "model"));
        result(database.pool()
                .query("TRUNCATE model_certification, model_notice")
                .execute());
        certifications = certifications();
    }

    @AfterEach
    void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
        result(vertx.close());
    }

    /** As a node has it that has just started. */
    private Certifications certifications() {
        return certifications(context);
    }

    private Certifications certifications(ServiceContext node) {
        return new Certifications(node, database, () -> library, notice -> {
            told.add(notice);
            return broker.get();
        });
    }

    private Certification one() {
        return result(certifications.list()).items().stream()
                .filter(item -> item.model().equals(MODEL))
                .findFirst()
                .orElseThrow();
    }

    private Future<Certification> certify(String user, int version, long revision) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return certifications.certify(
                new CertificationCommand(caller, UUID.randomUUID(), MODEL, version, revision, null, "why"));
    }

    private double secondsLeft() {
        return context.metrics()
                .get("sanse_model_certified_seconds")
                .tags("model", MODEL)
                .gauge()
                .value();
    }

    private long reminders() {
        return result(database.pool()
                        .query("SELECT count(*) FROM model_certification WHERE reminded > '-infinity'")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aYearGoesByAndTwoCertifyAnew() {
        result(certifications.look());
        assertEquals(
                library.models().size(), result(certifications.list()).items().size());
        assertFalse(one().overdue());
        assertEquals(Duration.ofDays(365).toSeconds(), secondsLeft());

        clock.advance(Duration.ofDays(366));
        result(certifications.look());
        assertTrue(one().overdue());
        assertEquals(-Duration.ofDays(1).toSeconds(), secondsLeft());
        assertEquals(library.models().size(), reminders());

        Certification asked = result(certify("one", VERSION, 1));
        assertTrue(asked.overdue());
        assertEquals(ServiceError.STALE, error(certify("two", VERSION, 1)));
        assertFalse(result(certify("two", VERSION, 2)).overdue());
        result(certifications.look());
        assertEquals(Duration.ofDays(365).toSeconds(), secondsLeft());
    }

    @Test
    void peopleAreToldOncePerDateAndStandingWhoeverLooks() {
        result(certifications.look());
        clock.advance(Duration.ofDays(335).minusSeconds(1));
        assertEquals("", toldAfterAll());
        clock.advance(Duration.ofSeconds(1));
        assertEquals("DUE", toldAfterAll());
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertEquals("DUE", toldAfterAll());
        clock.advance(Duration.ofSeconds(1));
        assertEquals("DUE OVERDUE", toldAfterAll());
        clock.advance(Duration.ofDays(30));
        assertEquals("DUE OVERDUE", toldAfterAll());
        told.forEach(notice ->
                assertEquals(library.models().size(), notice.versions().size()));
    }

    /** What was told when this node has looked twice, and one that has just started. */
    private String toldAfterAll() {
        result(certifications.look());
        result(certifications.look());
        result(certifications().look());
        return told.stream().map(notice -> notice.standing().name()).collect(Collectors.joining(" "));
    }

    @Test
    void whatTheBrokerDidNotTakeIsToldLaterUnderTheSameId() {
        result(certifications.look());
        clock.advance(Duration.ofDays(340));
        broker.set(Future.failedFuture(new Unavailable("away", new IllegalStateException())));
        Future<Duration> away = certifications.look();
        eventually(Duration.ofSeconds(10), away::isComplete, Boolean::booleanValue);
        assertTrue(away.failed());
        broker.set(Future.succeededFuture());
        result(certifications().look());
        result(certifications().look());
        assertEquals(2, told.size());
        assertEquals(told.get(0), told.get(1));
    }

    @Test
    void whoseClockIsBehindDoesNotHaveItToldAgain() {
        TestClock behind = new TestClock("2026-03-05T04:00:00Z");
        Certifications other = certifications(TestContexts.of(vertx, behind, postgres.settings()));
        result(certifications.look());
        clock.advance(Duration.ofDays(365));
        behind.advance(Duration.ofDays(365).minusSeconds(1));
        result(certifications.look());
        result(other.look());
        assertEquals("OVERDUE", toldAfterAll());
    }

    @Test
    void whatIsFoundAgainAfterTheMarksWereLostHasTheSameId() {
        result(certifications.look());
        clock.advance(Duration.ofDays(340));
        result(certifications.look());
        result(database.pool()
                .query("UPDATE model_certification SET noticed = ''")
                .execute());
        clock.advance(Duration.ofDays(1));
        result(certifications.look());
        assertEquals("DUE DUE", toldAfterAll());
        assertEquals(told.get(0).id(), told.get(1).id());
        clock.advance(Duration.ofDays(30));
        assertEquals("DUE DUE OVERDUE", toldAfterAll());
        assertNotEquals(told.get(0).id(), told.get(2).id());
    }

    @Test
    void whatIsCertifiedAnewDuringALookIsNotToldOf() {
        result(certifications.look());
        clock.advance(Duration.ofDays(366));
        SqlConnection people = result(database.pool().getConnection());
        Transaction certifying = result(people.begin());
        CertificationStore store = new CertificationStore();
        Certification before = result(store.one(people, MODEL, VERSION));
        Future<Duration> look = certifications.look();
        eventually(Duration.ofSeconds(10), this::waiting, count -> count > 0);
        result(store.change(people, until(before, clock.instant().plus(Duration.ofDays(300)))));
        result(certifying.commit());
        result(people.close());
        result(look);
        assertEquals("OVERDUE", toldAfterAll());
        assertEquals(library.models().size() - 1, told.get(0).versions().size());
    }

    private static Certification until(Certification before, Instant until) {
        return new Certification(
                before.model(), before.version(), before.revision() + 1, until, false, null, before.steps());
    }

    /** How many wait for a lock. */
    private long waiting() {
        return result(database.pool()
                        .query("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aNewDateIsToldAnew() {
        result(certifications.look());
        clock.advance(Duration.ofDays(366));
        result(certifications.look());
        result(certify("one", VERSION, 1));
        result(certify("two", VERSION, 2));
        result(certifications.look());
        clock.advance(Duration.ofDays(340));
        result(certifications.look());
        assertEquals(
                List.of(MODEL),
                told.get(told.size() - 1).versions().stream()
                        .map(CertificationNotice.Version::model)
                        .toList());
    }

    @Test
    void whoIsRemindedTodayIsRemindedAgainTomorrow() {
        result(certifications.look());
        CertificationStore store = new CertificationStore();
        LocalDate today = LocalDate.of(2026, 3, 5);
        assertTrue(result(store.remind(database.pool(), one(), today)));
        assertFalse(result(store.remind(database.pool(), one(), today)));
        assertTrue(result(store.remind(database.pool(), one(), today.plusDays(1))));
    }

    @Test
    void aVersionThatIsNotLiveIsNotCertified() {
        result(certifications.look());
        assertEquals(ServiceError.NOT_FOUND, error(certify("one", VERSION + 1, 1)));
    }

    private static ServiceError error(Future<?> future) {
        return ServiceError.of(result(future.transform(done -> Future.succeededFuture(done.cause()))));
    }
}
