package io.sanse.model.engine;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models against a real broker: exactly once through stops, kills and restarts. */
class DetectionIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static List<Subject> trucks(String series, int count) {
        List<Subject> trucks = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            trucks.add(Subject.vehicle(series + number));
        }
        return trucks;
    }

    private static Map<String, String> settings(String application) {
        return Map.of(
                "kafka.partitions",
                "4",
                "model.application.id",
                application,
                "model.instance.id",
                "only",
                "model.state.dir",
                directory.resolve(application).toString());
    }

    /** All words of one truck: raised and cleared, each once. */
    private static boolean complete(List<Detection> words) {
        return words.size() == 2
                && words.get(0).change() == Change.RAISED
                && words.get(1).change() == Change.CLEARED
                && words.get(1).revision() == 2;
    }

    private static void assertEachOnce(List<Subject> trucks, KafkaTap tap) {
        Map<Subject, List<Detection>> bySubject =
                tap.detections().stream().collect(Collectors.groupingBy(Detection::subject));
        for (Subject truck : trucks) {
            List<Detection> words = bySubject.getOrDefault(truck, List.of());
            assertTrue(
                    complete(words),
                    () -> truck + ": " + words.stream().map(Detection::change).toList());
        }
    }

    @Test
    void aServiceThatStopsAndStartsAgainSaysNothingTwice() {
        Vertx vertx = Vertx.vertx();
        List<Subject> trucks = trucks("浙GS", 20);
        try (KafkaTap tap = new KafkaTap(kafka.port(), 4)) {
            tap.know(StopNight.WORKS, StopNight.PIT);
            ServiceContext first = context(vertx);
            result(DetectionOnly.start(first));
            send(tap, trucks, 0, 39);
            eventually(LIMIT, () -> tap.seen(trucks), seen -> seen == trucks.size());
            result(first.lifecycle().stop(Duration.ofSeconds(10)));

            ServiceContext second = context(vertx);
            result(DetectionOnly.start(second));
            send(tap, trucks, 30, 45);
            eventually(LIMIT, () -> tap.seen(trucks), seen -> seen == 2 * trucks.size());
            result(second.lifecycle().stop(Duration.ofSeconds(10)));
            tap.read();
            assertEachOnce(trucks, tap);
        } finally {
            result(vertx.close());
        }
    }

    private static ServiceContext context(Vertx vertx) {
        return TestContexts.of(vertx, InstantSource.system(), settings("stopped"), kafka.settings());
    }

    private static void send(KafkaTap tap, List<Subject> trucks, int from, int until) {
        for (int minute = from; minute < until; minute++) {
            List<Observation> frame = new ArrayList<>();
            for (Subject truck : trucks) {
                frame.add(StopNight.reports(truck).get(minute));
            }
            tap.observe(frame);
        }
    }

    @Test
    void aProcessThatIsKilledLosesNothingAndSaysNothingTwice() {
        List<Subject> trucks = trucks("浙GK", 40);
        Map<String, String> settings = new HashMap<>(settings("killed"));
        settings.putAll(kafka.settings());
        try (KafkaTap tap = new KafkaTap(kafka.port(), 4);
                EngineNode node = new EngineNode("only", directory.resolve("killed"), settings)) {
            tap.know(StopNight.WORKS, StopNight.PIT);
            node.start();
            for (int minute = 0; minute < 45; minute++) {
                send(tap, trucks, minute, minute + 1);
                if (minute == 12 || minute == 36 || minute == 42) {
                    node.kill();
                    node.start();
                }
            }
            eventually(LIMIT, () -> tap.seen(trucks), seen -> seen >= 2 * trucks.size());
            node.kill();
            tap.read();
            assertEachOnce(trucks, tap);
            assertEquals(0, tap.deadLetters());
        }
    }
}
