package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.alert.fixture.TopicReader;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Hints;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Topics;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.AlertCommand;
import io.sanse.contract.service.AlertQuery;
import io.sanse.contract.service.AlertRef;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.EventsQuery;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceException;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole service between real Kafka and real PostgreSQL. */
@ExtendWith(PostgresServer.Given.class)
class AlertMainIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-03-05T13:00:00Z");
    private final AtomicInteger hints = new AtomicInteger();
    private final List<ServiceContext> running = new ArrayList<>();
    private EmbeddedKafka kafka;
    private TopicReader topics;
    private Map<String, String> settings;
    private RecordPublisher publisher;
    private AlertService service;

    @BeforeEach
    void open(PostgresServer server) {
        kafka = EmbeddedKafka.start(directory, 0, 0);
        topics = new TopicReader(kafka.settings());
        settings = server.database();
        ServiceContext context = start();
        publisher = RecordPublisher.open(context, "test");
        service = new ServiceProxyBuilder(context.vertx())
                .setAddress(AlertService.ADDRESS)
                .build(AlertService.class);
        context.vertx().eventBus().consumer(Hints.ALERT_EVENTS, hint -> hints.incrementAndGet());
    }

    private void register() {
        for (RegistryEntry entry : TestCity.registry()) {
            result(publisher.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry)));
        }
    }

    @AfterEach
    void close() {
        List.copyOf(running).forEach(this::stop);
        kafka.close();
    }

    private ServiceContext start() {
        ServiceContext context = TestContexts.of(
                Vertx.vertx(),
                clock,
                settings,
                kafka.settings(),
                Map.of("kafka.partitions", Integer.toString(PARTITIONS)));
        running.add(context);
        result(AlertMain.start(context));
        return context;
    }

    private void stop(ServiceContext context) {
        running.remove(context);
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(context.vertx().close());
    }

    private void publish(Detection detection) {
        byte[] value = Json.bytes(detection);
        result(publisher.publish(Topics.DETECTIONS.name(), detection.subject().toString(), value));
    }

    private List<AlertEvent> events() {
        return result(service.eventsAfter(new EventsQuery(Desk.AUDITOR, "0.0", 500)))
                .items();
    }

    private List<AlertEvent> await(int count) {
        return Eventually.eventually(LIMIT, this::events, events -> events.size() >= count);
    }

    private List<AlertEvent> published() {
        return topics.read(Topics.ALERT_EVENTS, AlertEvent.class);
    }

    @Test
    void fromADetectionToTheTopicAndToClosure() {
        register();
        publish(Detections.stop("浙GA0001").raised());
        List<AlertEvent> events = await(2);
        UUID alert = events.get(0).alertId();
        for (CommandType type : List.of(CommandType.SIGN, CommandType.NOTIFY, CommandType.ARRIVE)) {
            result(service.command(command(alert, type)));
        }
        assertEquals(
                AlertState.ON_SCENE,
                result(service.get(new AlertRef(Desk.SQUAD, alert))).alert().state());
        List<AlertEvent> published = Eventually.eventually(LIMIT, this::published, list -> list.size() >= 5);
        assertEquals(events(), published);
        assertTrue(hints.get() > 0, "nobody was told to look");
        assertEquals(
                1,
                result(service.list(new AlertQuery(
                                Desk.SQUAD, null, null, null, null, null, null, null, null, null, null, 10)))
                        .items()
                        .size());
        String metrics = running.get(0).metrics().scrape();
        assertTrue(metrics.contains("sanse_alerts_total{level=\"yellow\"} 1.0"), metrics);
        assertTrue(metrics.contains("sanse_hop_seconds_count{hop=\"detection-alert\"} 1"), metrics);
    }

    private AlertCommand command(UUID alert, CommandType type) {
        return new AlertCommand(
                Desk.SQUAD, alert, UUID.randomUUID(), null, type, null, clock.instant(), CommandDetails.NONE);
    }

    @Test
    void refusalsCrossTheBus() {
        register();
        publish(Detections.stop("浙GA0001").raised());
        UUID alert = await(2).get(0).alertId();
        ServiceException refused =
                assertThrows(ServiceException.class, () -> result(service.command(command(alert, CommandType.HANDLE))));
        assertEquals(ServiceError.CONFLICT, ServiceError.of(refused));
        assertEquals("sign", refused.getDebugInfo().getJsonArray("allowed").getString(0));
    }

    @Test
    void whatCannotBeUsedGoesToTheDeadLettersAndHoldsNobodyUp() {
        register();
        byte[] noise = "{\"id\": 7".getBytes(StandardCharsets.UTF_8);
        result(publisher.publish(Topics.DETECTIONS.name(), "vehicle:浙GA0001", noise));
        String whole = new String(Json.bytes(Detections.stop("浙GA0001").raised()), StandardCharsets.UTF_8);
        byte[] half = whole.replaceAll("\"text\":\\{[^}]*},", "").getBytes(StandardCharsets.UTF_8);
        result(publisher.publish(Topics.DETECTIONS.name(), "vehicle:浙GA0001", half));
        publish(Detections.stop("浙GA0001").revision(2).raised());
        assertEquals(AlertEventType.RAISED, await(2).get(0).type());
        List<String> reasons = topics.read(Topics.DEAD_LETTERS, DeadLetter.class).stream()
                .map(DeadLetter::reason)
                .toList();
        assertTrue(reasons.containsAll(List.of("unreadable", "incomplete-detection")), reasons::toString);
    }

    @Test
    void aClockThatRunsOutIsOnTheTopicWithoutAnybodyAsking() {
        register();
        publish(Detections.stop("浙GA0001").raised());
        await(2);
        clock.advance(Duration.ofSeconds(60));
        List<AlertEvent> published = Eventually.eventually(LIMIT, this::published, list -> list.size() >= 4);
        assertEquals(AlertEventType.CLOCK_BREACHED, published.get(3).type());
    }

    /** The second instance takes over what the first one did; what was published is not forgotten. */
    @Test
    void twoInstancesAndARestartLoseAndDoubleNothing() {
        register();
        ServiceContext second = start();
        IntStream.range(0, 20)
                .mapToObj(i -> Detections.stop("浙GB%04d".formatted(i)).raised())
                .forEach(this::publish);
        await(40);
        stop(running.get(0));
        ServiceContext third = start();
        service = new ServiceProxyBuilder(third.vertx())
                .setAddress(AlertService.ADDRESS)
                .build(AlertService.class);
        publisher = RecordPublisher.open(third, "test");
        IntStream.range(0, 20)
                .mapToObj(
                        i -> Detections.stop("浙GB%04d".formatted(i)).revision(2).amended())
                .forEach(this::publish);
        List<AlertEvent> events = await(60);
        assertEquals(60, events.size());
        List<AlertEvent> published = Eventually.eventually(
                LIMIT, this::published, list -> list.stream().distinct().count() >= 60);
        for (UUID alert : published.stream().map(AlertEvent::alertId).distinct().toList()) {
            assertEquals(
                    List.of(1L, 2L, 3L),
                    published.stream()
                            .filter(event -> event.alertId().equals(alert))
                            .map(AlertEvent::number)
                            .toList());
        }
        assertTrue(running.contains(second));
    }

    @Test
    void anAlertFromBeforeTheRegistryIsDispatchedWhenItComes() {
        publish(Detections.stop("浙GA0001").at(TestCity.IN_NEXT).raised());
        assertEquals(AlertState.OPEN, await(1).get(0).alert().state());
        register();
        AlertEvent dispatched = await(2).get(1);
        assertEquals(AlertEventType.DISPATCHED, dispatched.type());
        assertTrue(dispatched.alert().routing() != null, "to somebody");
    }
}
