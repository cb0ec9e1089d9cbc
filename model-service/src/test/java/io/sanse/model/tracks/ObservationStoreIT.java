package io.sanse.model.tracks;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.sanse.deadletter.DeadLetters;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observations from a real topic into a real database and out again. */
class ObservationStoreIT {
    private static final Instant DUSK = Instant.parse("2026-03-05T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 4;
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR), null, List.of("330784"));

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedPostgres postgres;

    private Vertx vertx;
    private ServiceContext context;
    private Database database;
    private RecordPublisher records;
    private ObservationStore store;

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
        vertx = Vertx.vertx();
        context = TestContexts.of(
                vertx,
                new TestClock("2026-03-06T00:00:00Z"),
                Map.of("kafka.partitions", Integer.toString(PARTITIONS)),
                kafka.settings(),
                postgres.settings());
        List<TopicAdmin.Wanted> topics = Topics.ALL.stream()
                .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                .toList();
        result(TopicAdmin.ensure(vertx, KafkaSettings.from(context.settings()), topics));
        database = result(Database.open(context, "model"));
        records = RecordPublisher.open(context, "test");
        store = new ObservationStore(context, database);
        result(SegmentKeeper.start(context, database, new DeadLetters(context, "model-service", records)));
    }

    @AfterEach
    void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(vertx.close());
    }

    private void publish(List<Observation> observations) {
        List<Future<Void>> sent = new ArrayList<>();
        for (int start = 0; start < observations.size(); start += 50) {
            List<Observation> some = observations.subList(start, Math.min(observations.size(), start + 50));
            int partition = SubjectPartitioner.partition(some.get(0).subject(), PARTITIONS);
            sent.add(records.publish(Topics.OBSERVATIONS.name(), partition, ObservationFrames.encode(some)));
        }
        result(Future.all(sent));
    }

    private long stored(String plate) {
        return result(database.pool()
                .preparedQuery("SELECT coalesce(sum(count), 0) FROM observation_segment WHERE subject = $1")
                .execute(Tuple.of("vehicle:" + plate))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private List<Observation> pages(String plate, Instant from, Instant until, int limit) {
        List<Observation> all = new ArrayList<>();
        String after = null;
        do {
            ObservationQuery query = new ObservationQuery(OPERATOR, Subject.vehicle(plate), from, until, after, limit);
            ObservationPage page = result(store.observations(query));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    @ParameterizedTest(name = "pages of {0}")
    @CsvSource({"1, 60", "7, 400", "100, 3000", "1000, 3000"})
    void everyObservationOnceByEventTimeHoweverItCame(int limit, int count) {
        String plate = "浙GP" + limit;
        Random random = new Random(limit);
        List<Observation> distinct = IntStream.range(0, count)
                .mapToObj(i -> Positions.at(plate, DUSK.plusMillis(37L * i * i % 36_000_000)))
                .distinct()
                .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
                .toList();
        List<Observation> sent = new ArrayList<>(distinct);
        sent.addAll(distinct.subList(0, distinct.size() / 3));
        Collections.shuffle(sent, random);
        publish(sent);
        eventually(LIMIT, () -> stored(plate), stored -> stored == sent.size());
        assertEquals(distinct, pages(plate, DUSK, DUSK.plus(Duration.ofHours(11)), limit));
        Instant from = DUSK.plusMillis(8_000_000);
        Instant until = DUSK.plusMillis(20_000_001);
        assertEquals(
                distinct.stream()
                        .filter(one -> !one.observedAt().isBefore(from)
                                && one.observedAt().isBefore(until))
                        .toList(),
                pages(plate, from, until, limit));
    }

    @Test
    void aTrackShowsGapsAsGaps() {
        List<Observation> fixes = IntStream.of(0, 30, 60, 900, 930, 5_000)
                .mapToObj(second -> Positions.at("浙GT1", DUSK.plusSeconds(second)))
                .toList();
        publish(List.of(fixes.get(5), fixes.get(1), fixes.get(0)));
        publish(List.of(fixes.get(4), fixes.get(1), fixes.get(3), fixes.get(2)));
        eventually(LIMIT, () -> stored("浙GT1"), stored -> stored == 7);
        Track track = result(
                store.track(new TrackQuery(OPERATOR, Subject.vehicle("浙GT1"), DUSK, DUSK.plus(Duration.ofHours(2)))));
        assertEquals(
                List.of(3, 2, 1),
                track.segments().stream()
                        .map(segment -> segment.points().size())
                        .toList());
        assertEquals(DUSK, track.segments().get(0).points().get(0).observedAt());
    }

    @Test
    void aSubjectThatWasNeverSeenHasNothing() {
        assertEquals(List.of(), pages("浙G00000", DUSK, DUSK.plusSeconds(1), 10));
        Track track =
                result(store.track(new TrackQuery(OPERATOR, Subject.vehicle("浙G00000"), DUSK, DUSK.plusSeconds(1))));
        assertEquals(List.of(), track.segments());
    }

    @Test
    void whatCannotBeReadHoldsNobodyUpAndBecomesALetter() {
        byte[] good = ObservationFrames.encode(List.of(Positions.at("浙GU1", DUSK)));
        result(records.publish(Topics.OBSERVATIONS.name(), 0, new byte[] {9, 9, 9}));
        result(records.publish(Topics.OBSERVATIONS.name(), 0, good));
        eventually(LIMIT, () -> stored("浙GU1"), stored -> stored == 1);
        assertEquals(
                1.0,
                context.metrics()
                        .counter("sanse_rejected_total", "protocol", "kafka", "reason", "unreadable")
                        .count());
    }

    @Test
    void goesOnWhereItStopped() {
        publish(List.of(Positions.at("浙GR1", DUSK)));
        eventually(LIMIT, () -> stored("浙GR1"), stored -> stored == 1);
        close();
        open();
        publish(List.of(Positions.at("浙GR1", DUSK.plusSeconds(30))));
        eventually(LIMIT, () -> stored("浙GR1"), stored -> stored == 2);
        assertEquals(2, pages("浙GR1", DUSK, DUSK.plusSeconds(60), 10).size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "empty span, 0, 0, 10, REJECTED",
        "span turned round, 60, 0, 10, REJECTED",
        "31 days, 0, 2678400, 10, ",
        "31 days and a second, 0, 2678401, 10, REJECTED",
        "limit 0, 0, 60, 0, REJECTED",
        "limit 1000, 0, 60, 1000, ",
        "limit 1001, 0, 60, 1001, REJECTED"
    })
    void bounds(String row, long from, long until, int limit, ServiceError error) {
        ObservationQuery query = new ObservationQuery(
                OPERATOR, Subject.vehicle("浙GZ1"), DUSK.plusSeconds(from), DUSK.plusSeconds(until), null, limit);
        assertEquals(error, error(store.observations(query)));
    }

    @Test
    void otherQuestionsThatAreNotAnswered() {
        Caller integrator = new Caller("integrator", Set.of(Role.INTEGRATOR), null, List.of(""));
        Subject truck = Subject.vehicle("浙GZ1");
        Instant until = DUSK.plusSeconds(60);
        assertEquals(ServiceError.FORBIDDEN, error(store.track(new TrackQuery(integrator, truck, DUSK, until))));
        assertEquals(
                ServiceError.REJECTED,
                error(store.observations(new ObservationQuery(OPERATOR, truck, DUSK, until, "1_x", 10))));
        assertEquals(
                ServiceError.REJECTED,
                error(store.track(new TrackQuery(OPERATOR, Subject.station("ST0001"), DUSK, until))));
        Instant tooFar = DUSK.plus(Duration.ofDays(7)).plusSeconds(1);
        assertEquals(ServiceError.REJECTED, error(store.track(new TrackQuery(OPERATOR, truck, DUSK, tooFar))));
        assertNull(error(store.track(new TrackQuery(OPERATOR, truck, DUSK, tooFar.minusSeconds(1)))));
    }

    private static ServiceError error(Future<?> answer) {
        return result(answer.transform(
                done -> Future.succeededFuture(done.succeeded() ? null : ServiceError.of(done.cause()))));
    }
}
