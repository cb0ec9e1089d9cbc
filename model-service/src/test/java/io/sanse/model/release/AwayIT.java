package io.sanse.model.release;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Topics;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.service.CertificationQuery;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.kafka.TopicReader;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk of versions while the broker or the database is away. */
class AwayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MODEL = "vehicle-suspicious-stop";
    private static final Caller ABROAD = new Caller("somebody", Set.of(Role.OPERATOR), null, List.of("110000"));

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterEach
    void stop() {
        postgres.close();
        result(vertx.close());
    }

    @Test
    void whatIsDecidedWithoutABrokerIsToldWhenItIsBack() {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        KafkaSettings settings = new KafkaSettings("127.0.0.1:" + kafka.port(), 1, 1);
        result(TopicAdmin.ensure(vertx, settings, List.of(new TopicAdmin.Wanted(Topics.MODELS.name(), 1, Map.of()))));
        ServiceContext context =
                TestContexts.of(vertx, new TestClock(Desk.NOON.toString()), kafka.settings(), postgres.settings());
        RecordPublisher records = RecordPublisher.open(context, "test");
        try (Desk desk = new Desk(
                vertx,
                postgres,
                new GoneBacktests(),
                assigned -> records.publish(Topics.MODELS.name(), assigned.model(), Json.bytes(assigned)))) {
            kafka.close();
            ModelVersion live = result(desk.order("one", desk.put(MODEL, 12, VersionStage.CANARY), VersionAction.LIVE));
            assertEquals(VersionStage.LIVE, live.stage(), "who judges is decided in the database");
            ModelAssignment assigned = desk.assigned(MODEL);

            kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafka.port(), 0);
            List<ModelAssignment> told = eventually(LIMIT, () -> told(settings), all -> !all.isEmpty());
            assertEquals(assigned, told.get(told.size() - 1));
            assertTrue(told.stream().allMatch(assigned::equals), told::toString);
        } finally {
            result(context.lifecycle().stop(Duration.ofSeconds(20)));
            kafka.close();
        }
    }

    private static List<ModelAssignment> told(KafkaSettings settings) {
        List<ModelAssignment> told = new ArrayList<>();
        TopicReader.read(settings, Topics.MODELS.name(), Instant.EPOCH, TopicReader.END, new TopicReader.Listener() {
            @Override
            public void begin(int partition) {
                assertEquals(0, partition);
            }

            @Override
            public boolean read(TopicReader.Kept record, double share) {
                told.add(parsed(record.value()));
                return true;
            }
        });
        return told;
    }

    private static ModelAssignment parsed(byte[] value) {
        try {
            return Json.parse(value, ModelAssignment.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void withoutADatabaseQuestionsAreUnavailableAndLooksAreTakenAgain() {
        try (Desk desk = new Desk(vertx, postgres, new GoneBacktests(), assigned -> Future.succeededFuture())) {
            result(desk.certifications.look());
            int before = certifications(desk);
            assertTrue(before > 0, "certifications belong to nobody's area");

            postgres.close();
            assertEquals(
                    ServiceError.UNAVAILABLE, Desk.error(desk.desk.certifications(new CertificationQuery(ABROAD))));
            assertEquals(ServiceError.UNAVAILABLE, Desk.error(desk.desk.versions(new VersionQuery(ABROAD, MODEL))));
            assertFalse(succeeds(desk.certifications.look()));
            assertFalse(succeeds(desk.watch.forecasts()));

            postgres = EmbeddedPostgres.start(directory.resolve("postgres"), postgres.port());
            eventually(LIMIT, () -> succeeds(desk.certifications.look()), looked -> looked);
            assertEquals(before, certifications(desk));
        }
    }

    private static boolean succeeds(Future<?> work) {
        return result(work.transform(done -> Future.succeededFuture(done.succeeded())));
    }

    private static int certifications(Desk desk) {
        return result(desk.desk.certifications(new CertificationQuery(ABROAD)))
                .items()
                .size();
    }
}
