package io.sanse.model;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.service.ModelQuery;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, asked as other services ask it. */
class ModelMainIT {
    private static final Instant DUSK = Instant.parse("2026-03-05T12:00:00Z");
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");

    @TempDir
    Path directory;

    @Test
    void whatIsPublishedIsKeptAndShown() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0)) {
            Vertx vertx = Vertx.vertx();
            Map<String, String> own = Map.of(
                    "kafka.partitions",
                    "2",
                    "model.state.dir",
                    directory.resolve("state").toString());
            ServiceContext context = TestContexts.of(
                    vertx, new TestClock("2026-03-05T12:05:00Z"), own, kafka.settings(), postgres.settings());
            result(ModelMain.start(context));
            assertTrue(topics(kafka).containsAll(Set.of(Topics.DETECTIONS.name(), Topics.MODEL_NOTICES.name())));
            publish(context);
            ask(new ServiceProxyBuilder(vertx).setAddress(ModelService.ADDRESS).build(ModelService.class));
            result(context.lifecycle().stop(Duration.ofSeconds(10)));
            result(vertx.close());
        }
    }

    private static Set<String> topics(EmbeddedKafka kafka) {
        try (Admin admin = Admin.create(Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.settings().get("kafka.bootstrap.servers")))) {
            return result(Future.fromCompletionStage(admin.listTopics().names().toCompletionStage()));
        }
    }

    private static void publish(ServiceContext context) {
        Observation position = new Observation(
                ObservationId.of(Kind.POSITION, "13800138000", DUSK, ""),
                new Source("gps-east", "jt808", "13800138000"),
                TRUCK,
                List.of(),
                DUSK,
                DUSK,
                new GeoPoint(120.02, 28.89),
                new Position(42.5, 90, 60, null, null, true, false, false));
        result(RecordPublisher.open(context, "test")
                .publish(
                        Topics.OBSERVATIONS.name(),
                        SubjectPartitioner.partition(TRUCK, 2),
                        ObservationFrames.encode(List.of(position, position))));
    }

    private static void ask(ModelService service) {
        Caller operator = new Caller("operator", Set.of(Role.OPERATOR), null, List.of("330784"));
        Instant until = DUSK.plusSeconds(1);
        ObservationPage page = eventually(
                Duration.ofSeconds(30),
                () -> result(service.observations(new ObservationQuery(operator, TRUCK, DUSK, until, null, 10))),
                found -> !found.items().isEmpty());
        assertEquals(1, page.items().size());
        Track track = result(service.track(new TrackQuery(operator, TRUCK, DUSK, until)));
        assertEquals(1, track.segments().size());
        assertFalse(result(service.models(new ModelQuery(operator))).items().isEmpty());
        Future<Track> backwards = service.track(new TrackQuery(operator, TRUCK, until, DUSK));
        assertEquals(
                ServiceError.REJECTED,
                result(backwards.transform(done -> Future.succeededFuture(ServiceError.of(done.cause())))));
    }
}
