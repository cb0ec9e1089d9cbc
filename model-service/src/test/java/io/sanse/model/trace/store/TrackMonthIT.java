package io.sanse.model.trace.store;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Role;
import io.sanse.contract.Topics;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackOrder;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackRef;
import io.sanse.contract.trace.TraceBackResult;
import io.sanse.contract.trace.TraceBackService;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.deadletter.DeadLetters;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.library.Library;
import io.sanse.model.trace.domain.Sight;
import io.sanse.model.trace.domain.TrackHour;
import io.sanse.model.trace.job.RegistryTable;
import io.sanse.model.trace.job.TraceBacks;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of tracks in a real database and how long answers take. The vehicles ({@code -Dsanse.trace.vehicles}, 100 by default) report every 30 s in the ten hours of each
 * day in which they are on, half of the time driving, in a city of 100 × 100 km; rows are as the platform writes them. There are silences for more vehicles
 * ({@code -Dsanse.trace.silences}): they have to be looked at wherever they are.
 */
class TrackMonthIT {
    private static final int VEHICLES = Integer.getInteger("sanse.trace.vehicles", 100);
    private static final int SILENCES = Integer.getInteger("sanse.trace.silences", VEHICLES);
    private static final int DAYS = 30;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final GeoPoint CITY = new GeoPoint(120.0, 29.0);
    private static final GeoPoint PIT = new GeoPoint(120.2, 29.1);
    private static final long HOUR_MS = 3_600_000;
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR), null, List.of(""));

    @TempDir
    Path directory;

    private final Random random = new Random(30);
    private final TrackStore tracks = new TrackStore();
    private final GapStore gaps = new GapStore();

    @Test
    void aMonthIsAnsweredInSeconds() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0)) {
            Vertx vertx = Vertx.vertx();
            ServiceContext context = TestContexts.of(
                    vertx, new TestClock("2026-03-31T00:00:00Z"), kafka.settings(), postgres.settings());
            result(TopicAdmin.ensure(
                    vertx,
                    KafkaSettings.from(context.settings()),
                    Topics.ALL.stream()
                            .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                            .toList()));
            Database database = result(Database.open(context, "model"));
            fill(database);
            copySilences(database);
            measure(database);
            DeadLetters letters = new DeadLetters(context, "model-service", RecordPublisher.open(context, "test"));
            RegistryTable registry = result(RegistryTable.follow(context, letters));
            result(TraceBacks.start(context, database, letters, Library.traceBack(), registry));
            ask(new ServiceProxyBuilder(vertx)
                    .setAddress(TraceBackService.ADDRESS)
                    .build(TraceBackService.class));
            forget(context, database);
            result(context.lifecycle().stop(Duration.ofSeconds(10)));
            result(vertx.close());
        }
    }

    private void fill(Database database) {
        TreeSet<Integer> days = new TreeSet<>();
        int first = TrackDays.day(Arriving.hour(BEGIN.toEpochMilli()));
        for (int day = 0; day <= DAYS; day++) {
            days.add(first + day);
        }
        result(database.transaction(connection -> new TrackDays().touch(connection, days, BEGIN)));
        long start = System.nanoTime();
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
            String plate = "浙G" + (10_000 + vehicle);
            List<TrackStore.Written> hours = TrackHour.merge(Map.of(), month(vehicle == 0)).stream()
                    .map(hour -> new TrackStore.Written(plate, hour))
                    .toList();
            result(database.transaction(
                    connection -> tracks.write(connection, hours).compose(written -> gaps.write(connection, hours))));
        }
        System.out.printf("filled %d vehicles in %d s%n", VEHICLES, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** @param dumper stops at the pit on the 20th at 03:00, seen, and not for anything else */
    private Map<Integer, List<Sight>> month(boolean dumper) {
        Map<Integer, List<Sight>> hours = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            long begin = BEGIN.toEpochMilli() + day * 24 * HOUR_MS + random.nextInt(6) * HOUR_MS;
            boolean pit = dumper && day == 20;
            double x = pit ? 0.2 : random.nextDouble() - 0.5;
            double y = pit ? 0.1 : random.nextDouble() - 0.5;
            double dx = 0;
            double dy = 0;
            for (int report = 0; report < 1_200; report++) {
                if (report % 60 == 0 && !pit) {
                    boolean drives = random.nextBoolean();
                    dx = drives ? (random.nextDouble() - 0.5) * 0.008 : 0;
                    dy = drives ? (random.nextDouble() - 0.5) * 0.008 : 0;
                }
                x += dx;
                y += dy;
                Sight sight = new Sight(
                        begin + report * 30_000L,
                        (int) ((CITY.longitude() + x) * 1e6),
                        (int) ((CITY.latitude() + y) * 1e6),
                        dx == 0 ? 0 : 450,
                        false,
                        null);
                hours.computeIfAbsent(Arriving.hour(sight.at()), none -> new ArrayList<>())
                        .add(sight);
            }
        }
        return hours;
    }

    private static void copySilences(Database database) {
        String copy = "INSERT INTO track_gap SELECT vehicle || '-' || copy, from_at, from_longitude, from_latitude, "
                + "until_at, until_longitude, until_latitude FROM track_gap, generate_series(2, "
                + SILENCES / VEHICLES + ") AS copy";
        result(database.pool().query(copy).execute());
    }

    private static void measure(Database database) {
        result(database.pool().query("ANALYZE").execute());
        String size =
                "SELECT count(*) AS rows, avg(count)::float8 AS sights, avg(pg_column_size(packed))::float8 AS packed, "
                        + "(SELECT sum(pg_relation_size(inhrelid)) FROM pg_inherits "
                        + "WHERE inhparent = 'track_segment'::regclass)::bigint AS heap, "
                        + "(SELECT sum(pg_indexes_size(inhrelid)) FROM pg_inherits "
                        + "WHERE inhparent = 'track_segment'::regclass)::bigint AS indexes FROM track_segment";
        result(database.pool()
                .query(size)
                .execute()
                .onSuccess(rows ->
                        System.out.println("month: " + rows.iterator().next().toJson())));
    }

    private static void ask(TraceBackService service) {
        for (Duration span :
                List.of(Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30))) {
            for (double radius : new double[] {300, 2_000}) {
                Instant from = span.toDays() >= 30 ? BEGIN : BEGIN.plus(Duration.ofDays(20));
                TraceBackQuestion question =
                        new TraceBackQuestion(PIT, radius, null, from, from.plus(span), null, null);
                long start = System.nanoTime();
                TraceBack job = result(service.start(new TraceBackOrder(OPERATOR, question, null)));
                TraceBack ended = eventually(
                        Duration.ofSeconds(60),
                        () -> result(service.get(new TraceBackRef(OPERATOR, job.id()))),
                        one -> one.state().ended());
                System.out.printf(
                        "%.0f m over %s: %d possible, %d ms%n",
                        radius, span, ended.result().possible(), (System.nanoTime() - start) / 1_000_000);
                assertEquals(TraceBackState.DONE, ended.state(), ended.reason());
                if (radius == 300 && span.toDays() <= 7) {
                    assertTrue(namesTheDumper(ended.result()), span::toString);
                }
            }
        }
    }

    private static void forget(ServiceContext context, Database database) {
        TrackKeeping keeping = TrackKeeping.start(context, database);
        assertEquals(0, result(keeping.forget(BEGIN)), "a day that was touched at the limit is kept");
        assertEquals(DAYS + 1, result(keeping.forget(BEGIN.plusMillis(1))));
        String partitions = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'track_segment'::regclass";
        assertEquals(
                0L,
                result(database.pool().query(partitions).execute())
                        .iterator()
                        .next()
                        .getLong(0));
    }

    private static boolean namesTheDumper(TraceBackResult result) {
        return result.candidates().stream().anyMatch(one -> one.vehicle().id().equals("浙G10000") && one.seenInside());
    }
}
