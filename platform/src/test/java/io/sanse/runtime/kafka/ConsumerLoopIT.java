package io.sanse.runtime.kafka;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.deadletter.DeadLetters;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerLoopIT {
    private static final String TOPIC = "numbers";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static EmbeddedPostgres postgres;
    private static int run;

    private final List<String> poisoned = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private String topic;
    private Database database;
    private ServiceContext context;
    private RecordPublisher publisher;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
        postgres.close();
    }

    @BeforeEach
    void open() {
        topic = TOPIC + run++;
        vertx = Vertx.vertx();
        context = context();
        database = result(Database.open(context, "loop"));
        result(database.pool()
                .query("CREATE TABLE IF NOT EXISTS effect (topic text, number integer)")
                .execute());
        result(TopicAdmin.ensure(
                vertx,
                KafkaSettings.from(context.settings()),
                List.of(
                        new TopicAdmin.Wanted(topic, 2, Map.of()),
                        new TopicAdmin.Wanted(Topics.DEAD_LETTERS.name(), 1, Map.of()))));
        publisher = RecordPublisher.open(context, "test");
    }

    @AfterEach
    void close() {
        result(context.lifecycle().stop(LIMIT));
        result(vertx.close());
    }

    private ServiceContext context() {
        return TestContexts.of(vertx, new TestClock("2026-03-05T12:00:00Z"), kafka.settings(), postgres.settings());
    }

    @Test
    void poisonGoesAsideAndNothingElseIsLost() {
        send("1", "two", "3", "13", "4");
        result(consume(context, (transaction, messages) -> {
            boolean unlucky = messages.stream().anyMatch(message -> message.value() == 13);
            return unlucky
                    ? Future.failedFuture(new Rejected("unlucky", "13 is never taken"))
                    : insert(transaction, messages);
        }));
        eventually(LIMIT, this::effects, List.of(1, 3, 4)::equals);
        eventually(LIMIT, () -> List.copyOf(poisoned), list -> list.size() == 2);
        assertTrue(poisoned.containsAll(List.of("two: unreadable", "13: unlucky")), poisoned.toString());
    }

    @Test
    void tellsADependencyThatIsAwayFromABadRecord() {
        AtomicInteger attempts = new AtomicInteger();
        send("1", "2");
        result(consume(
                context,
                (transaction, messages) -> attempts.incrementAndGet() < 4
                        ? Future.failedFuture(new Unavailable("away", null))
                        : insert(transaction, messages)));
        eventually(LIMIT, this::effects, List.of(1, 2)::equals);
        assertEquals(List.of(), poisoned);
    }

    @Test
    void aRestartAndASecondConsumerRepeatNothing() {
        ServiceContext first = context();
        ServiceContext second = context();
        result(consume(first, this::insert));
        sendRange(0, 500);
        eventually(LIMIT, this::effects, found -> found.size() >= 100);
        result(consume(second, this::insert));
        sendRange(500, 1_000);
        eventually(LIMIT, this::effects, found -> found.size() >= 600);
        result(first.lifecycle().stop(LIMIT));
        sendRange(1_000, 1_500);
        List<Integer> all = IntStream.range(0, 1_500).boxed().toList();
        eventually(LIMIT, this::effects, found -> found.size() >= all.size());
        assertEquals(all, effects());
        result(second.lifecycle().stop(LIMIT));
    }

    @Test
    void aDeadLetterIsPublishedWithItsReasonAndCounted() throws IOException {
        DeadLetters letters = new DeadLetters(context, "test-service", publisher);
        List<DeadLetter> kept = new CopyOnWriteArrayList<>();
        send("two");
        Consumption<Integer> numbers = new Consumption<>(ConsumerLoopIT::number, this::insert, letters);
        result(ConsumerLoop.start(context, database, "loop-" + topic, topic, numbers));
        Consumption<DeadLetter> readLetters = new Consumption<>(
                (key, value) -> Json.parse(value, DeadLetter.class),
                (transaction, messages) -> {
                    messages.forEach(message -> kept.add(message.value()));
                    return Future.succeededFuture();
                },
                letters);
        result(ConsumerLoop.start(context, database, "letters-" + topic, Topics.DEAD_LETTERS.name(), readLetters));
        eventually(LIMIT, () -> List.copyOf(kept), list -> !list.isEmpty());
        assertEquals("unreadable", kept.get(0).reason());
        assertEquals("two", new String(kept.get(0).raw(), StandardCharsets.UTF_8));
        assertTrue(context.metrics()
                .scrape()
                .contains("sanse_rejected_total{protocol=\"kafka\",reason=\"unreadable\"} 1"));
    }

    private Future<Void> consume(ServiceContext in, BatchHandler<Integer> handler) {
        PoisonSink sink = (record, reason, detail) -> {
            poisoned.add(new String(record.value(), StandardCharsets.UTF_8) + ": " + reason);
            return Future.succeededFuture();
        };
        return ConsumerLoop.start(
                in, database, "loop-" + topic, topic, new Consumption<>(ConsumerLoopIT::number, handler, sink));
    }

    private static Integer number(String key, byte[] value) throws IOException {
        return Integer.valueOf(new String(value, StandardCharsets.UTF_8));
    }

    private Future<Void> insert(SqlConnection transaction, List<Message<Integer>> messages) {
        List<Tuple> rows = messages.stream()
                .map(message -> Tuple.of(topic, message.value()))
                .toList();
        return transaction
                .preparedQuery("INSERT INTO effect (topic, number) VALUES ($1, $2)")
                .executeBatch(rows)
                .mapEmpty();
    }

    private void send(String... values) {
        for (String value : values) {
            result(publisher.publish(topic, 0, value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void sendRange(int from, int until) {
        List<Future<Void>> sent = new ArrayList<>();
        for (int i = from; i < until; i++) {
            sent.add(publisher.publish(topic, i % 2, Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        result(Future.all(sent));
    }

    private List<Integer> effects() {
        List<Integer> found = new ArrayList<>();
        result(database.pool()
                        .preparedQuery("SELECT number FROM effect WHERE topic = $1 ORDER BY number")
                        .execute(Tuple.of(topic)))
                .forEach(row -> found.add(row.getInteger(0)));
        return found;
    }
}
