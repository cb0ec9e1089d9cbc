package io.sanse.model.route;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.deadletter.DeadLetters;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.detect.world.KnownRoute;
import io.sanse.model.library.Library;
import io.sanse.model.route.domain.Haul;
import io.sanse.model.testing.Replay;
import io.sanse.model.trace.job.RegistryTable;
import io.sanse.model.trace.store.TrackKeeping;
import io.sanse.model.tracks.SegmentKeeper;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From trips on a real topic, through a real database, to a route in the registry by which a detour is found. */
class RouteLearningIT {
    private static final Instant MORNING = Instant.parse("2026-03-05T01:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PARTITIONS = 2;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-03-05T12:00:00Z");
    private final Vertx vertx = Vertx.vertx();
    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;
    private ServiceContext context;
    private Database database;
    private RecordPublisher records;
    private RegistryTable registry;
    private TrackKeeping keeping;
    private RouteLearning learning;
    private long published;

    @BeforeEach
    void open() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
        Map<String, String> own = Map.of("kafka.partitions", Integer.toString(PARTITIONS));
        context = TestContexts.of(vertx, clock, own, kafka.settings(), postgres.settings());
        result(TopicAdmin.ensure(
                vertx,
                KafkaSettings.from(context.settings()),
                Topics.ALL.stream()
                        .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                        .toList()));
        database = result(Database.open(context, "model"));
        records = RecordPublisher.open(context, "test");
        DeadLetters letters = new DeadLetters(context, "model-service", records);
        result(SegmentKeeper.start(context, database, letters));
        registry = result(RegistryTable.follow(context, letters));
        keeping = TrackKeeping.start(context, database);
        learning = new RouteLearning(context, database, registry::world, Library.routeLearning());
        Haul.registry().forEach(this::register);
    }

    @AfterEach
    void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(vertx.close());
        kafka.close();
        postgres.close();
    }

    private void register(RegistryEntry entry) {
        result(records.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry)));
        eventually(
                LIMIT,
                () -> registry.world(),
                world -> world.zone("pit") != null || !entry.id().equals("pit"));
    }

    /** Publishes what was told and waits until it is kept. */
    private void tell(Haul haul) {
        List<Observation> seen = haul.seen();
        int partition = SubjectPartitioner.partition(seen.get(0).subject(), PARTITIONS);
        for (int start = 0; start < seen.size(); start += ObservationFrames.MAX_OBSERVATIONS) {
            List<Observation> some =
                    seen.subList(start, Math.min(seen.size(), start + ObservationFrames.MAX_OBSERVATIONS));
            result(records.publish(Topics.OBSERVATIONS.name(), partition, ObservationFrames.encode(some)));
        }
        published += seen.size();
        eventually(LIMIT, this::kept, kept -> kept == published);
        result(keeping.take());
    }

    private long kept() {
        return result(database.pool()
                .query("SELECT coalesce(sum(count), 0) FROM observation_segment")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    /** Learns from all days that are settled. */
    private void learn() {
        while (result(learning.learn())) {
            assertTrue(clock.instant().isAfter(MORNING));
        }
    }

    private List<KnownRoute> routes(int wanted) {
        return eventually(LIMIT, () -> registry.world().routes("F1", "R1"), routes -> routes.size() == wanted);
    }

    /** Of two vehicles, on one way. */
    private void tellThreeTrips() {
        tell(new Haul("浙GA0001", MORNING).trip("M1", 0, 0, 0, 10_000, 0).trip("M2", 7_200, 0, 0, 10_000, 100));
        tell(new Haul("浙GA0002", MORNING).trip("M3", 600, 0, 0, 10_000, -100));
    }

    @Test
    void threeTripsOfTwoVehiclesMakeARouteByWhichADetourIsFound() {
        tellThreeTrips();
        learn();
        assertEquals(List.of(), registry.world().routes("F1", "R1"), "the day is not settled");

        clock.advance(Duration.ofDays(2));
        learn();
        KnownRoute route = routes(1).get(0);
        assertEquals("learnt:F1:R1:1", route.id());
        assertEquals(1, route.version());
        assertTrue(route.learnt());

        Detection found = detour(new Haul("浙GA0003", MORNING.plus(Duration.ofDays(3))));
        assertEquals(Level.YELLOW, found.level());
        assertEquals(1, found.references().get("route:learnt:F1:R1:1"));
        assertTrue(found.text().en().contains("usual route"), found.text().en());
    }

    /** Played through all models with the registry as it is. */
    private Detection detour(Haul haul) {
        haul.trip("M9", 0, 0, 0, 2_000, 0, 5_000, 2_000, 8_000, 0, 10_000, 0);
        Replay replay = new Replay(Library.load(), registry.world());
        haul.seen().stream()
                .sorted(Comparator.comparing(Observation::observedAt))
                .forEach(replay::observe);
        List<Detection> words = replay.lastWords("manifest-route-deviation");
        assertEquals(1, words.size(), words::toString);
        return words.get(0);
    }

    @Test
    void aWayThatIsStillTakenKeepsItsVersionAndANewOneComesBesideIt() {
        tellThreeTrips();
        clock.advance(Duration.ofDays(2));
        learn();
        routes(1);
        Instant later = MORNING.plus(Duration.ofDays(3));
        tell(new Haul("浙GA0001", later)
                .trip("M4", 0, 0, 0, 10_000, 50)
                .trip("M5", 7_200, 0, 0, 5_000, 2_000, 10_000, 0));
        tell(new Haul("浙GA0002", later)
                .trip("M6", 600, 0, 0, 5_000, 2_000, 10_000, 0)
                .trip("M7", 7_800, 0, 0, 5_000, 2_000, 10_000, 0));
        clock.advance(Duration.ofDays(3));
        learn();
        learn();
        List<KnownRoute> known = routes(2);
        assertEquals(
                List.of("learnt:F1:R1:1", "learnt:F1:R1:2"),
                known.stream().map(KnownRoute::id).toList());
        assertEquals(List.of(1L, 1L), known.stream().map(KnownRoute::version).toList());
    }

    @Test
    void whatIsLeftUnpublishedIsPublishedTheNextTime() {
        tellThreeTrips();
        clock.advance(Duration.ofDays(2));
        learn();
        routes(1);
        result(database.pool()
                .query("UPDATE learnt_route SET published = false, version = 2")
                .execute());
        learn();
        eventually(LIMIT, () -> routes(1).get(0).version(), version -> version == 2);
    }

    @Test
    void oneNodeLearnsAtATimeAndALeaseRunsOut() {
        tellThreeTrips();
        clock.advance(Duration.ofDays(2));
        result(new TripStore().claim(database.pool(), clock.instant(), Duration.ofMinutes(30)));
        learn();
        assertEquals(List.of(), registry.world().routes("F1", "R1"));
        clock.advance(Duration.ofMinutes(31));
        learn();
        routes(1);
    }
}
