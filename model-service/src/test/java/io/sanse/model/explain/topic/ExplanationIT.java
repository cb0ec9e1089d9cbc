package io.sanse.model.explain.topic;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.BundleQuery;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ExplanationQuery;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.ModelMain;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.cli.ModelProcess;
import io.sanse.model.engine.KafkaTap;
import io.sanse.model.explain.Night;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running engine says, proved by a process that has nothing but the file. */
class ExplanationIT {
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Subject ROAD = Subject.site("quarry-road");
    private static final Caller OFFICER = new Caller("officer", Set.of(Role.DEPARTMENT_OFFICER), "d", List.of("3307"));
    private static final Caller MACHINE = new Caller("machine", Set.of(Role.INTEGRATOR), null, List.of(""));

    @TempDir
    Path directory;

    @Test
    void whatIsSaidIsProvedAndWhatIsNotIsExplained() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
                KafkaTap tap = new KafkaTap(kafka.port(), PARTITIONS)) {
            Vertx vertx = Vertx.vertx();
            Map<String, String> own = Map.of(
                    "kafka.partitions",
                    Integer.toString(PARTITIONS),
                    "model.state.dir",
                    directory.resolve("state").toString());
            ServiceContext context =
                    TestContexts.of(vertx, InstantSource.system(), own, kafka.settings(), postgres.settings());
            result(ModelMain.start(context));
            play(tap);
            ExplanationService service = new ServiceProxyBuilder(vertx)
                    .setAddress(ExplanationService.ADDRESS)
                    .build(ExplanationService.class);
            proves(service, tap);
            guards(service, last(tap, Night.truck(2)));
            explains(service);
            refuses(service);
            result(context.lifecycle().stop(Duration.ofSeconds(10)));
            result(vertx.close());
        }
    }

    private static void play(KafkaTap tap) {
        tap.know(Stream.concat(Night.registry().stream(), Night.persons(Night.truck(2)).stream())
                .toArray(RegistryEntry[]::new));
        for (Arrival arrival : new Night(25, 21, 30).arrivals()) {
            boolean progress = arrival.observations().stream().allMatch(one -> one.payload() instanceof Progress);
            if (progress) {
                tap.observeEverywhere(arrival.observations());
            } else {
                tap.observe(arrival.observations());
            }
        }
        eventually(LIMIT, () -> tap.seen(List.of(Night.truck(0), Night.truck(2), ROAD)), seen -> seen >= 5);
    }

    private void proves(ExplanationService service, KafkaTap tap) throws Exception {
        Detection stop = last(tap, Night.truck(0));
        Path file = bundle(service, stop);
        assertEquals(
                new Told(
                        0,
                        "verified: vehicle-suspicious-stop 2 vehicle:浙GN0 yellow at " + stop.observedAt()
                                + " (cleared, revision 2)\n"),
                run(file));
        Path convoy = bundle(service, last(tap, ROAD));
        assertEquals(0, run(convoy).code(), run(convoy).text());
        String text = Files.readString(file);
        Path changed = Files.writeString(directory.resolve("changed.json"), text.replace("\"yellow\"", "\"red\""));
        Told told = run(changed);
        assertEquals(1, told.code());
        assertTrue(
                told.text().contains("detection.level: the bundle says \"red\", the replay \"yellow\""), told.text());
        Told none = run(Files.writeString(directory.resolve("none.json"), text.substring(0, text.length() / 2)));
        assertEquals(1, none.code());
        assertEquals(1, none.text().lines().count(), none.text());
        assertEquals(1, run(directory.resolve("missing.json")).code());
    }

    /** What rests on a person is for some, for a purpose, and as good a proof as any. */
    private void guards(ExplanationService service, Detection word) throws Exception {
        StatedPurpose stated = new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, "case-7", "who drove the truck");
        StatedPurpose half = new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, null, "who drove the truck");
        Caller auditor = new Caller("auditor", Set.of(Role.AUDITOR), null, List.of(""));
        assertEquals(ServiceError.FORBIDDEN, error(service.bundle(query(OFFICER, word, null))));
        assertEquals(ServiceError.FORBIDDEN, error(service.bundle(query(OFFICER, word, half))));
        assertEquals(ServiceError.FORBIDDEN, error(service.bundle(query(auditor, word, stated))));
        EvidenceBundle bundle = result(service.bundle(query(OFFICER, word, stated)));
        Told told = run(Files.write(directory.resolve("person.json"), Json.bytes(bundle)));
        assertEquals(0, told.code(), told.text());
        assertTrue(Json.text(bundle).contains("person:P1"));
        assertFalse(Json.text(bundle).contains("P2"));
    }

    private static BundleQuery query(Caller caller, Detection word, StatedPurpose stated) {
        return new BundleQuery(caller, word.model(), word.subject(), word.episodeStart(), stated);
    }

    private static Detection last(KafkaTap tap, Subject subject) {
        return tap.detections().stream()
                .filter(word -> word.subject().equals(subject))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Path bundle(ExplanationService service, Detection word) throws Exception {
        EvidenceBundle bundle = result(service.bundle(query(OFFICER, word, null)));
        assertEquals(word, Json.parse(Json.bytes(bundle.detection()), Detection.class));
        return Files.write(directory.resolve(word.id() + ".json"), Json.bytes(bundle));
    }

    private record Told(int code, String text) {}

    private Told run(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ModelProcess.class.getName(),
                        "verify",
                        file.toString())
                .redirectError(directory.resolve("errors.log").toFile())
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), text);
    }

    private static void explains(ExplanationService service) {
        assertEquals(ExplanationOutcome.FIRED, outcome(service, Night.truck(0), 38));
        assertEquals(ExplanationOutcome.NEAR_MISS, outcome(service, Night.truck(1), 36));
        assertEquals(ExplanationOutcome.NO_DATA, outcome(service, Subject.vehicle("浙GX9"), 36));
    }

    private static ExplanationOutcome outcome(ExplanationService service, Subject subject, int minute) {
        return result(service.explain(new ExplanationQuery(OFFICER, "vehicle-suspicious-stop", subject, at(minute))))
                .outcome();
    }

    private static Instant at(int minute) {
        return Night.START.plusSeconds(60L * minute);
    }

    private static void refuses(ExplanationService service) {
        Subject truck = Night.truck(0);
        String model = "vehicle-suspicious-stop";
        assertEquals(
                ServiceError.NOT_FOUND, error(service.explain(new ExplanationQuery(OFFICER, "none", truck, at(1)))));
        assertEquals(
                ServiceError.REJECTED, error(service.explain(new ExplanationQuery(OFFICER, "convoy", truck, at(1)))));
        assertEquals(
                ServiceError.FORBIDDEN,
                error(service.explain(new ExplanationQuery(OFFICER, "person-record-linked", truck, at(1)))));
        assertEquals(
                ServiceError.FORBIDDEN, error(service.explain(new ExplanationQuery(MACHINE, model, truck, at(1)))));
        assertEquals(
                ServiceError.NOT_FOUND, error(service.bundle(new BundleQuery(OFFICER, model, truck, at(1), null))));
    }

    private static ServiceError error(Future<?> refused) {
        return result(refused.transform(done -> Future.succeededFuture(ServiceError.of(done.cause()))));
    }
}
