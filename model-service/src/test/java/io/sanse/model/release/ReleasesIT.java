package io.sanse.model.release;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.ModelMain;
import io.sanse.model.engine.KafkaTap;
import io.sanse.model.engine.StopNight;
import io.sanse.model.library.Library;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version from its draft to its roll-back, against a real broker, a real database and the running engine. */
class ReleasesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MODEL = "vehicle-suspicious-stop";
    private static final String CASES = """
            day: 2026-03-05
            subject: vehicle:浙GA1234
            world:
              zones:
                works: {type: enterprise, at: [0, 0], enterprise: F1}
                pit: {type: pit, at: [5000, 0]}
              places:
                road: [2500, 0]
            cases:
              - name: more than 10 min
                events: ["21:00..21:10 every 30s at works", "21:15 at road", "21:20..21:30:30 every 30s at pit"]
                expect: ["raised yellow 21:30:30 until 21:30:30"]
            """;

    @TempDir
    Path directory;

    private final Caller author = caller("operator", Role.OPERATOR);
    private final Caller other = caller("admin", Role.ADMIN);
    private final Vertx vertx = Vertx.vertx();
    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;
    private ServiceContext context;
    private VersionService service;
    private KafkaTap tap;

    private static Caller caller(String user, Role role) {
        return new Caller(user, Set.of(role), null, List.of(""));
    }

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
        tap = new KafkaTap(kafka.port(), 2);
        Map<String, String> own = Map.of(
                "kafka.partitions", "2",
                "model.release.lead", "PT0S",
                "model.canary.least", "PT0S",
                "model.watch.every", "PT0.5S",
                "model.state.dir", directory.resolve("state").toString());
        context = TestContexts.of(
                vertx, new TestClock(StopNight.START.toString()), own, kafka.settings(), postgres.settings());
        result(ModelMain.start(context));
        service = new ServiceProxyBuilder(vertx)
                .setAddress(VersionService.ADDRESS)
                .build(VersionService.class);
    }

    @AfterEach
    void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        tap.close();
        postgres.close();
        kafka.close();
        result(vertx.close());
    }

    private static String text(int number, int stay) {
        return Library.load().models().stream()
                .filter(model -> model.id().equals(MODEL))
                .map(model -> model.head().source())
                .findFirst()
                .orElseThrow()
                .replaceFirst("version: \\d+", "version: " + number)
                .replaceFirst("stay: \\{value: 20,", "stay: {value: " + stay + ",");
    }

    private ModelVersion version(int number) {
        ModelVersionList list = result(service.versions(new VersionQuery(other, MODEL)));
        return VersionDesk.find(list.items(), number);
    }

    private Future<ModelVersion> order(Caller caller, int number, VersionAction action, String... districts) {
        return service.command(new VersionCommand(
                caller,
                UUID.randomUUID(),
                MODEL,
                number,
                version(number).revision(),
                action,
                List.of(districts),
                null));
    }

    private static ServiceError error(Future<?> future) {
        return ServiceError.of(result(future.transform(done -> Future.succeededFuture(done.cause()))));
    }

    private ModelVersion onProbation(int number, int stay) {
        result(service.propose(new VersionProposal(author, MODEL, text(number, stay), CASES)));
        assertEquals(
                VersionStage.TESTED,
                result(order(author, number, VersionAction.TEST)).stage());
        assertEquals(
                VersionStage.GATING,
                result(order(author, number, VersionAction.GATE)).stage());
        eventually(LIMIT, () -> version(number).stage(), stage -> stage == VersionStage.GATED);
        assertEquals(ServiceError.FORBIDDEN, error(order(author, number, VersionAction.SHADOW)));
        return result(order(other, number, VersionAction.SHADOW));
    }

    @Test
    void aVersionComesLiveAndIsRolledBackWhenItLeavesItsForecast() {
        tap.know(StopNight.WORKS, StopNight.PIT);
        assertEquals(VersionStage.SHADOW, onProbation(3, 10).stage());
        result(order(other, 3, VersionAction.CANARY, "330784"));
        assertEquals(
                VersionStage.LIVE, result(order(other, 3, VersionAction.LIVE)).stage());

        List<Subject> trucks = List.of("A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M").stream()
                .map(letter -> Subject.vehicle("浙G" + letter + "1234"))
                .toList();
        // the change is on its way to the engine while the first trucks drive: one truck after the other tells when it
        // is there
        int first = firstJudgedBy(3);
        assertTrue(first >= 0);
        trucks.forEach(truck -> tap.observe(StopNight.reports(truck)));
        ModelVersion back = eventually(LIMIT, () -> version(3), now -> now.stage() == VersionStage.RETIRED);
        String reason = back.steps().get(back.steps().size() - 1).reason();
        assertTrue(
                reason.matches("[0-9]+ alerts in [16] h, at most 7 by the forecast of 0.0 a day: rolled back"), reason);
        assertTrue(firstJudgedBy(2) >= 0, "the version that ships judges again");
    }

    /** Sends trucks until one is judged by a version; how many it took. */
    private int firstJudgedBy(int version) {
        for (int sent = 0; sent < 200; sent++) {
            Subject truck = Subject.vehicle("浙H" + version + String.format("%04d", sent));
            tap.observe(StopNight.reports(truck));
            eventually(LIMIT, () -> tap.seen(List.of(truck)), words -> words >= 2);
            boolean judged = tap.detections().stream()
                    .filter(word -> word.subject().equals(truck))
                    .map(Detection::modelVersion)
                    .anyMatch(number -> number == version);
            if (judged) {
                return sent;
            }
        }
        return -1;
    }

    @Test
    void whatIsWrongIsToldAndChangesNothing() {
        assertEquals(
                ServiceError.REJECTED,
                error(service.propose(new VersionProposal(author, MODEL, "id: " + MODEL, CASES))));
        assertEquals(
                ServiceError.CONFLICT, error(service.propose(new VersionProposal(author, MODEL, text(2, 10), CASES))));
        assertEquals(
                ServiceError.CONFLICT,
                error(service.propose(new VersionProposal(author, MODEL, text(1000, 10), CASES))),
                "the next number is 3");
        ModelVersion draft = result(service.propose(new VersionProposal(author, MODEL, text(3, 15), CASES)));
        assertEquals(draft, result(service.propose(new VersionProposal(author, MODEL, text(3, 15), CASES))));
        ModelVersion failed = result(order(author, 3, VersionAction.TEST));
        assertEquals(VersionStage.DRAFT, failed.stage());
        assertTrue(failed.test().differences().get(0).startsWith("more than 10 min: expected"), failed::toString);
        assertEquals(ServiceError.CONFLICT, error(order(other, 3, VersionAction.LIVE)));
        assertEquals(
                VersionStage.RETIRED,
                result(order(author, 3, VersionAction.WITHDRAW)).stage());
        assertEquals(
                VersionStage.DRAFT,
                result(service.propose(new VersionProposal(author, MODEL, text(4, 10), CASES)))
                        .stage());
        assertEquals(ServiceError.NOT_FOUND, error(service.versions(new VersionQuery(other, "no-such-model"))));
        assertEquals(
                ServiceError.FORBIDDEN,
                error(service.versions(new VersionQuery(caller("auditor", Role.AUDITOR), MODEL))));
    }
}
