package io.sanse.notify;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Caller;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.Topics;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.NotifyService;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.notify.peer.JsmppSmsc;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Real Kafka and PostgreSQL, and the service on them as often as a test wants to start it. */
final class World implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMIN), null, List.of(""));

    private final EmbeddedKafka kafka;
    private final Path folder;
    private EmbeddedPostgres postgres;
    private final Vertx vertx = Vertx.vertx();
    private final ServiceContext outside;
    private final RecordPublisher publisher;
    private final AtomicInteger numbers = new AtomicInteger(10_000);
    private long registryVersion;

    World(Path folder) {
        this.folder = folder;
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        outside = TestContexts.of(vertx, InstantSource.system(), kafka.settings());
        publisher = RecordPublisher.open(outside, "test");
    }

    /** A service that runs in this process until it is closed. */
    record Running(Vertx vertx, ServiceContext context) implements AutoCloseable {
        NotifyService questions() {
            return new ServiceProxyBuilder(vertx)
                    .setAddress(NotifyService.ADDRESS)
                    .build(NotifyService.class);
        }

        /** Deliveries of an alert, the first decided first. */
        List<Delivery> deliveries(UUID alert) {
            List<Delivery> newestFirst = result(
                            questions().deliveries(new DeliveryQuery(ADMIN, alert, null, null, 200)))
                    .items();
            return newestFirst.stream()
                    .sorted(Comparator.comparing(Delivery::createdAt)
                            .thenComparing(Delivery::event)
                            .thenComparing(Delivery::recipient))
                    .toList();
        }

        /** The only delivery of an alert, once it is as wished. */
        Delivery delivery(UUID alert, Predicate<Delivery> wished) {
            return eventually(LIMIT, () -> deliveries(alert), all -> all.size() == 1 && wished.test(all.get(0)))
                    .get(0);
        }

        Delivery deliveryIn(UUID alert, String state) {
            return delivery(alert, delivery -> delivery.state().equals(state));
        }

        double counted(String state) {
            return context.metrics().counter("sanse_sms_total", "state", state).count();
        }

        @Override
        public void close() {
            result(context.lifecycle().stop(Duration.ofSeconds(5)));
            result(vertx.close());
        }
    }

    /** Starts the service against an SMSC, with quick times and whatever else the test sets. */
    Running start(int smscPort, Map<String, String> more) {
        Vertx own = Vertx.vertx();
        ServiceContext context = TestContexts.of(own, InstantSource.system(), settings(smscPort), more);
        result(NotifyMain.start(context));
        return new Running(own, context);
    }

    Map<String, String> settings(int smscPort) {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        settings.put("kafka.partitions", "4");
        settings.put("smpp.port", Integer.toString(smscPort));
        settings.put("smpp.password", "secret");
        settings.put("smpp.answer", "PT3S");
        settings.put("smpp.enquire", "PT1S");
        settings.put("smpp.reconnect", "PT0.1S");
        settings.put("smpp.reconnect.at-most", "PT0.5S");
        settings.put("notify.poll", "PT0.05S");
        settings.put("notify.lease", "PT2S");
        settings.put("notify.receipt.look", "PT0.1S");
        settings.put("notify.receipt.grace", "PT0.5S");
        return settings;
    }

    /** Stops PostgreSQL; the returned work starts it again on the same folder and port. */
    Runnable stopPostgres() {
        int port = postgres.port();
        postgres.close();
        return () -> postgres = EmbeddedPostgres.start(folder.resolve("postgres"), port);
    }

    void publish(AlertEvent event) {
        result(publisher.publish(Topics.ALERT_EVENTS.name(), event.alertId().toString(), Json.bytes(event)));
    }

    void publish(CertificationNotice notice) {
        result(publisher.publish(Topics.MODEL_NOTICES.name(), notice.id().toString(), Json.bytes(notice)));
    }

    void publishRaw(String topic, String key, String value) {
        result(publisher.publish(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    void register(String id, Details details) {
        RegistryEntry entry = new RegistryEntry(id, ++registryVersion, Instant.EPOCH, details);
        result(publisher.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry)));
    }

    /** A phone that no other test uses. */
    String nextPhone() {
        return "86138000" + numbers.incrementAndGet();
    }

    /**
     * A department that no other test uses. Contacts and alerts come by different topics: its first message tells that it is known, and that everything published
     * before has been decided.
     */
    String register(JsmppSmsc smsc, String dutyPhone) throws InterruptedException {
        String id = "department-" + numbers.incrementAndGet();
        department(id, dutyPhone, nextPhone());
        publish(AlertEvents.dispatchedTo(id).event(1, AlertEventType.DISPATCHED));
        assertEquals(dutyPhone, smsc.next().phone());
        return id;
    }

    /** Everything published before has been decided and submitted when another message has come. */
    void assertNothingElseComes(JsmppSmsc smsc) throws InterruptedException {
        register(smsc, nextPhone());
        assertEquals(List.of(), smsc.waiting());
    }

    void department(String id, String dutyPhone, String leaderPhone) {
        register(id, new Details.Department(new LocalizedText("部门", id), "ecology", "330784", dutyPhone, leaderPhone));
    }

    @Override
    public void close() {
        result(outside.lifecycle().stop(Duration.ofSeconds(5)));
        result(vertx.close());
        postgres.close();
        kafka.close();
    }
}
