package io.sanse.model.trace.job;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCandidate;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.contract.trace.TraceBackOrder;
import io.sanse.contract.trace.TraceBackQuery;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackRef;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From real topics into a real database, and the answers of jobs. */
class TraceBackIT {
    private static final Instant NIGHT = TraceNight.NIGHT;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR), null, List.of("330784"));
    private static final Caller FOREIGN =
            new Caller("officer", Set.of(Role.DEPARTMENT_OFFICER), null, List.of("330106"));

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedPostgres postgres;

    private TraceNight night;

    @BeforeAll
    static void startInfrastructure() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stopInfrastructure() {
        kafka.close();
        postgres.close();
    }

    @BeforeEach
    void open() {
        night = TraceNight.open(kafka.settings(), postgres.settings());
    }

    @AfterEach
    void close() {
        night.close();
    }

    private static TraceBackQuestion question() {
        return new TraceBackQuestion(TraceNight.PIT, 200d, null, NIGHT, NIGHT.plus(Duration.ofHours(6)), null, null);
    }

    private TraceBack answer(TraceBackQuestion question) {
        TraceBack job = result(night.service().start(new TraceBackOrder(OPERATOR, question, null)));
        assertEquals(TraceBackState.QUEUED, job.state());
        return ended(job.id());
    }

    private TraceBack ended(UUID id) {
        return eventually(LIMIT, () -> result(night.service().get(new TraceBackRef(OPERATOR, id))), job -> job.state()
                .ended());
    }

    private static ServiceError failure(Future<?> refused) {
        return ServiceError.of(result(refused.transform(done -> Future.succeededFuture(done.cause()))));
    }

    @Test
    void whoCouldHaveBeenThereAndWhatSpeaksForIt() {
        night.register();
        night.drive("浙GD0001", "dumper: from the firm, loaded in, ten minutes at the pit, empty out");
        night.drive("浙GD0002", "dark: silent for twenty minutes, close by");
        night.drive("浙GD0003", "past: through the pit at speed");
        night.drive("浙GD0004", "far: 30 km away, seen each minute");
        night.drive("浙GD0005", "cameras: no terminal, two cameras on the way");
        TraceBack job = answer(question());

        assertEquals(TraceBackState.DONE, job.state(), job.reason());
        assertEquals(1, job.progress());
        List<TraceBackCandidate> found = job.result().candidates();
        assertEquals(
                List.of("浙GD0001", "浙GD0005", "浙GD0002", "浙GD0003"),
                found.stream().map(one -> one.vehicle().id()).toList(),
                () -> found.toString());
        TraceBackCandidate dumper = found.get(0);
        assertTrue(dumper.seenInside());
        assertEquals(
                Set.of("inside", "night", "load-vanished", "source", "way-in", "way-out"),
                Set.copyOf(
                        dumper.evidence().stream().map(TraceBackEvidence::rule).toList()));
        assertEquals(List.of(Subject.enterprise("ent-0012"), Subject.enterprise("ent-0099")), dumper.firms());
        assertEquals(List.of(new Subject(SubjectType.PERSON, "driver-7")), dumper.persons());
        assertEquals(Subject.enterprise("ent-0012"), dumper.carrier());
        assertFalse(found.get(2).seenInside());
    }

    @Test
    void whatCouldNotHaveBeenSeenIsSaid() {
        night.register();
        night.drive("浙GE0001", "dumper: from the firm, loaded in, ten minutes at the pit, empty out");
        night.drive("浙GE0002", "before: seen only the day before");
        TraceBack job = answer(question());

        var coverage = job.result().coverage();
        assertTrue(coverage.vehiclesDark() >= 1, coverage::toString);
        assertEquals(1, coverage.vehiclesWithoutTerminal());
        assertEquals(2, coverage.cameras());
        assertTrue(coverage.feedsAway().stream().anyMatch(away -> away.feed().equals("gps-east")), coverage::toString);
        assertTrue(coverage.hoursWithoutSight().contains(NIGHT.plus(Duration.ofHours(5))), coverage::toString);
        assertFalse(coverage.statements().isEmpty());
    }

    @Test
    void aDumpingDetectionOrdersOneByItself() {
        night.register();
        night.drive("浙GF0001", "dumper: from the firm, loaded in, ten minutes at the pit, empty out");
        TraceBackCause cause = night.detect("浙GF0001");
        TraceBack job = eventually(
                        LIMIT,
                        () -> result(night.service().list(new TraceBackQuery(OPERATOR, cause, 10))),
                        jobs -> !jobs.items().isEmpty())
                .items()
                .get(0);
        assertNull(job.orderedBy());
        assertEquals(
                "浙GF0001",
                ended(job.id()).result().candidates().get(0).vehicle().id());
        assertEquals(
                1,
                result(night.service().list(new TraceBackQuery(OPERATOR, cause, 10)))
                        .items()
                        .size());
    }

    @ParameterizedTest(name = "after {0} processes that ended over it: {1}")
    @CsvSource({"1, DONE", "2, FAILED"})
    void aJobThatWasLeftBehindEndsClearly(int attempts, TraceBackState state) {
        TraceBack job = result(night.service().start(new TraceBackOrder(OPERATOR, question(), null)));
        ended(job.id());
        night.leaveBehind(job.id(), attempts);
        TraceBack ended = ended(job.id());
        assertEquals(state, ended.state());
        assertNotNull(ended.endedAt());
        assertEquals(state == TraceBackState.FAILED, ended.reason() != null);
    }

    @Test
    void aJobIsCancelledByWhoMay() {
        UUID id = night.queueForNobody(OPERATOR, question());
        TraceBackRef foreign = new TraceBackRef(FOREIGN, id);
        assertEquals(ServiceError.NOT_FOUND, failure(night.service().get(foreign)));
        assertEquals(ServiceError.NOT_FOUND, failure(night.service().cancel(foreign)));
        assertEquals(
                List.of(),
                result(night.service().list(new TraceBackQuery(FOREIGN, null, 10)))
                        .items());
        assertEquals(
                1,
                result(night.service().list(new TraceBackQuery(OPERATOR, null, 10)))
                        .items()
                        .size());
        Caller colleague = new Caller("field", Set.of(Role.FIELD_OFFICER), null, List.of("330784"));
        assertEquals(ServiceError.FORBIDDEN, failure(night.service().cancel(new TraceBackRef(colleague, id))));
        TraceBack cancelled = result(night.service().cancel(new TraceBackRef(OPERATOR, id)));
        assertEquals(TraceBackState.CANCELLED, cancelled.state());
        assertEquals(
                cancelled,
                result(night.service().cancel(new TraceBackRef(OPERATOR, id))),
                "a job that has ended stays as it is");
    }

    @Test
    void questionsBeyondTheLimitsAreRefused() {
        for (TraceBackQuestion bad : List.of(
                new TraceBackQuestion(TraceNight.PIT, 200d, null, NIGHT, NIGHT, null, null),
                new TraceBackQuestion(TraceNight.PIT, 10_001d, null, NIGHT, NIGHT.plusSeconds(1), null, null),
                new TraceBackQuestion(TraceNight.PIT, 0d, null, NIGHT, NIGHT.plusSeconds(1), null, null),
                new TraceBackQuestion(
                        TraceNight.PIT,
                        1d,
                        null,
                        NIGHT,
                        NIGHT.plus(Duration.ofDays(31)).plusMillis(1),
                        null,
                        null),
                new TraceBackQuestion(TraceNight.PIT, 1d, null, NIGHT, NIGHT.plusSeconds(1), 59.9, null),
                new TraceBackQuestion(TraceNight.PIT, 1d, null, NIGHT, NIGHT.plusSeconds(1), 150.1, null),
                new TraceBackQuestion(TraceNight.PIT, 1d, null, NIGHT, NIGHT.plusSeconds(1), null, 101),
                new TraceBackQuestion(
                        null, null, List.of(TraceNight.PIT, TraceNight.PIT), NIGHT, NIGHT.plusSeconds(1), null, null),
                new TraceBackQuestion(
                        null,
                        null,
                        List.of(TraceNight.PIT, new GeoPoint(120, 29), new GeoPoint(121, 29)),
                        NIGHT,
                        NIGHT.plusSeconds(1),
                        null,
                        null))) {
            assertEquals(
                    ServiceError.REJECTED,
                    failure(night.service().start(new TraceBackOrder(OPERATOR, bad, null))),
                    bad::toString);
        }
        Caller machine = new Caller("integrator", Set.of(Role.INTEGRATOR), null, List.of(""));
        assertEquals(
                ServiceError.FORBIDDEN, failure(night.service().start(new TraceBackOrder(machine, question(), null))));
    }

    @Test
    void lateReportsChangeTheAnswer() {
        night.drive("浙GL0001", "dark: silent for twenty minutes, close by");
        assertFalse(candidate(answer(question()), "浙GL0001").seenInside());
        night.drive("浙GL0001", "late: what it stored meanwhile, at the pit");
        TraceBackCandidate late = candidate(answer(question()), "浙GL0001");
        assertTrue(late.seenInside());
        assertTrue(late.longestStayS() > 0);
    }

    private static TraceBackCandidate candidate(TraceBack job, String plate) {
        return job.result().candidates().stream()
                .filter(one -> one.vehicle().id().equals(plate))
                .findFirst()
                .orElseThrow(() -> new AssertionError(job.toString()));
    }
}
