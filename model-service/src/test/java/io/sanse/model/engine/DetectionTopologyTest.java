package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.StateList.StateSize;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Clause;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.watch.Lateness;
import io.sanse.model.watch.StateSizes;
import io.sanse.runtime.json.Json;
import io.sanse.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectionTopologyTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");
    private static final String STOP = Library.load().models().stream()
            .filter(model -> model.id().equals("vehicle-suspicious-stop"))
            .map(model -> model.head().source())
            .findFirst()
            .orElseThrow();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestClock clock = new TestClock(StopNight.START.toString());
    private final StateSizes sizes = new StateSizes(Duration.ofMinutes(5));
    private DetectionMetrics metrics;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> registry;
    private TestInputTopic<byte[], byte[]> observations;
    private TestOutputTopic<String, byte[]> detections;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        start(Library.load());
    }

    private void start(ModelSet models) {
        metrics = new DetectionMetrics(meters, new Lateness());
        DeadLetterRecords letters = new DeadLetterRecords(clock, metrics);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                DetectionTopology.of(new DetectionParts(
                        new ReleasedModels(models), new RegistryView(() -> 0), metrics, letters, sizes, clock)),
                config,
                clock.instant());
        registry = driver.createInputTopic(Topics.REGISTRY.name(), new StringSerializer(), new ByteArraySerializer());
        observations = driver.createInputTopic(
                Topics.OBSERVATIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        detections = output(Topics.DETECTIONS.name());
        deadLetters = output(Topics.DEAD_LETTERS.name());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void know(RegistryEntry... entries) {
        for (RegistryEntry entry : entries) {
            registry.pipeInput(entry.key(), Json.bytes(entry));
        }
    }

    private void observe(List<Observation> frame) {
        observations.pipeInput(ObservationFrames.encode(frame));
    }

    @Test
    void aStopBecomesADetectionUnderItsSubjectsKey() throws IOException {
        know(StopNight.WORKS, StopNight.PIT);
        observe(StopNight.reports(TRUCK));

        TestRecord<String, byte[]> raised = detections.readRecord();
        assertEquals("vehicle:浙GA1234", raised.key());
        Detection detection = Json.parse(raised.value(), Detection.class);
        assertEquals(Change.RAISED, detection.change());
        assertEquals("vehicle-suspicious-stop", detection.model());
        assertEquals(Level.YELLOW, detection.level());
        assertEquals("330784", detection.division());
        assertEquals(1L, detection.references().get("zone:pit"));
        assertEquals("20 min", detection.parameters().get("stay"));
        assertTrue(detection.evidence().size() >= 4);
        assertEquals(
                Change.CLEARED,
                Json.parse(detections.readValue(), Detection.class).change());
        assertTrue(detections.isEmpty());
        assertEquals(
                1,
                meters.counter("sanse_detections_total", "model", "vehicle-suspicious-stop", "change", "raised")
                        .count());
    }

    @Test
    void whatIsHeldOfSubjectsIsMeasuredNowAndThen() {
        assertEquals(List.of(), sizes.partitions().get(0).sizes());
        observe(StopNight.reports(TRUCK));
        observe(StopNight.reports(Subject.vehicle("浙GB1234")).subList(0, 3));
        driver.advanceWallClockTime(sizes.every());
        List<StateSize> measured = sizes.partitions().get(0).sizes();
        assertEquals(1, measured.size(), measured::toString);
        StateSize vehicles = measured.get(0);
        assertEquals(SubjectType.VEHICLE, vehicles.kind());
        assertEquals(2, vehicles.subjects());
        assertEquals(TRUCK.toString(), vehicles.largest());
        assertTrue(vehicles.largestBytes() > 100 && vehicles.largestBytes() < vehicles.bytes(), vehicles::toString);
        driver.close();
        assertEquals(Map.of(), sizes.partitions(), "another node has the partition then");
        start();
    }

    @Test
    void howLateReportsComeIsCounted() {
        List<Observation> reports = StopNight.reports(TRUCK);
        observe(reports);
        HistogramDataPointSnapshot counted =
                metrics.lateness().collect().getDataPoints().get(0);
        assertEquals(
                Labels.of("kind", "position", "feed", reports.get(0).source().feed()), counted.getLabels());
        assertEquals(reports.size(), counted.getCount());
    }

    @Test
    void aZoneThatAppearsLaterCountsFromThenOn() {
        know(StopNight.WORKS);
        List<Observation> reports = StopNight.reports(TRUCK);
        observe(reports.subList(0, 18));
        know(StopNight.PIT);
        observe(reports.subList(18, 40));

        assertEquals(1, detections.getQueueSize());
    }

    @Test
    void whatAVersionOnProbationSaysIsToldApart() throws IOException {
        Version shadow = new Version(3, STOP.replaceFirst("version: \\d+", "version: 3"));
        assign(1, new Turn(StopNight.START, new Version(2, STOP), null, shadow));
        know(StopNight.WORKS, StopNight.PIT);
        observe(StopNight.reports(TRUCK));

        TestOutputTopic<String, byte[]> shadows = output(Topics.SHADOW_DETECTIONS.name());
        Detection said = Json.parse(shadows.readValue(), Detection.class);
        assertEquals("vehicle-suspicious-stop@3", said.model());
        assertEquals(3, said.modelVersion());
        assertEquals(
                "vehicle-suspicious-stop",
                Json.parse(detections.readValue(), Detection.class).model());
        assertEquals(1, detections.getQueueSize());
        assertEquals(1, shadows.getQueueSize());
    }

    @Test
    void anObservationThatCannotBeReadIsADeadLetterAndTheOthersGoOn() throws IOException {
        know(StopNight.WORKS, StopNight.PIT);
        observations.pipeInput(new byte[] {1, 2, 3});
        observations.pipeInput((byte[]) null);
        observe(StopNight.reports(TRUCK));

        DeadLetter letter = Json.parse(deadLetters.readValue(), DeadLetter.class);
        assertEquals("unreadable-observation", letter.reason());
        assertEquals("model-service", letter.service());
        assertEquals(1, deadLetters.getQueueSize());
        assertEquals(2, detections.getQueueSize());
    }

    @Test
    void aModelThatFailsIsToldOfOnceForEachSubject() throws IOException {
        driver.close();
        start(withDefect(Library.load(), "manifest-weight-gap"));
        know(StopNight.WORKS, StopNight.PIT);
        observe(List.of(StopNight.received("M1", StopNight.START)));
        observe(List.of(StopNight.filed("M1", StopNight.START)));
        observe(StopNight.reports(TRUCK));

        DeadLetter letter = Json.parse(deadLetters.readValue(), DeadLetter.class);
        assertEquals("model-defect", letter.reason());
        assertEquals(
                "manifest-weight-gap version 2 on manifest:M1: java.lang.IllegalStateException: broken on purpose",
                letter.detail());
        assertTrue(deadLetters.isEmpty());
        assertEquals(
                2,
                meters.counter("sanse_rejected_total", "protocol", "kafka", "reason", "model-defect")
                        .count());
        assertEquals(2, detections.getQueueSize());
    }

    @Test
    void aShadowThatFailsCostsTheOthersNothing() throws IOException {
        Version shadow = new Version(
                3,
                STOP.replaceFirst("version: \\d+", "version: 3")
                        .replaceFirst("(?m)^score:.*$", "score: \"60 / (night ? 0 : 0)\""));
        assign(1, new Turn(StopNight.START, new Version(2, STOP), null, shadow));
        know(StopNight.WORKS, StopNight.PIT);
        observe(StopNight.reports(TRUCK));

        assertEquals(List.of(Change.RAISED, Change.CLEARED), changes());
        DeadLetter letter = Json.parse(deadLetters.readValue(), DeadLetter.class);
        assertTrue(letter.detail().startsWith("vehicle-suspicious-stop@3 version 3 on " + TRUCK), letter.detail());
        assertTrue(deadLetters.isEmpty());
    }

    /** It fails from the 23rd minute of the stay on: nobody knows whether what was raised is over. */
    @Test
    void whatAVersionHasSaidStandsWhenItFailsLater() throws IOException {
        String failing = STOP.replaceFirst("version: \\d+", "version: 3")
                .replaceFirst("(?m)^score:.*$", "score: \"60 / (dwell > duration('1380s') ? 0 : 1)\"");
        assign(1, new Turn(StopNight.START, new Version(3, failing), null, null));
        know(StopNight.WORKS, StopNight.PIT);
        StopNight.reports(TRUCK).forEach(report -> observe(List.of(report)));
        StopNight.reports(TRUCK, StopNight.START.plus(Duration.ofHours(3)))
                .subList(0, 10)
                .forEach(report -> observe(List.of(report)));

        assertEquals(List.of(Change.RAISED), changes());
        assertEquals(1, deadLetters.getQueueSize());
    }

    @Test
    void whatARetiredModelHasSaidEndsAndANewVersionGoesOnFromThere() throws IOException {
        Version live = new Version(2, STOP);
        Instant retired = StopNight.START.plus(Duration.ofMinutes(38));
        Instant back = StopNight.START.plus(Duration.ofHours(2));
        assign(
                1,
                new Turn(StopNight.START, live, null, null),
                new Turn(retired, null, null, null),
                new Turn(back, live, null, null));
        know(StopNight.WORKS, StopNight.PIT);
        StopNight.reports(TRUCK).forEach(report -> observe(List.of(report)));
        assertEquals(List.of(Change.RAISED, Change.CLEARED), changes());

        StopNight.reports(TRUCK, back).forEach(report -> observe(List.of(report)));
        List<Detection> words = said();
        assertEquals(
                List.of(Change.CLEARED, Change.RAISED, Change.CLEARED),
                words.stream().map(Detection::change).toList());
        assertEquals(List.of(3, 1, 2), words.stream().map(Detection::revision).toList());
    }

    private List<Change> changes() throws IOException {
        return said().stream().map(Detection::change).toList();
    }

    private List<Detection> said() throws IOException {
        List<Detection> words = new ArrayList<>();
        for (byte[] word : detections.readValuesToList()) {
            words.add(Json.parse(word, Detection.class));
        }
        return words;
    }

    private void assign(long revision, Turn... turns) {
        driver.createInputTopic(Topics.MODELS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(
                        "vehicle-suspicious-stop",
                        Json.bytes(new ModelAssignment("vehicle-suspicious-stop", revision, List.of(turns))));
    }

    private static ModelSet withDefect(ModelSet set, String id) {
        List<Model> models = set.models().stream()
                .map(model -> model.id().equals(id) ? broken(model) : model)
                .toList();
        return new ModelSet(models, set.tracks(), set.outages(), set.backlog(), set.calendar());
    }

    private static Model broken(Model model) {
        LevelRule rule = new LevelRule(Level.BLUE, new BrokenCondition());
        return model.with(List.of(rule), model.score(), model.aggravations());
    }

    private static final class BrokenCondition implements Condition {
        @Override
        public Boolean of(Map<String, Object> values) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public Clause clause() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    @Test
    void aDeadlinePassesThoughNothingIsReported() throws IOException {
        observe(List.of(StopNight.filed("M1", StopNight.START)));
        observe(List.of(StopNight.progress(StopNight.START)));
        pass(Duration.ofHours(24));
        assertTrue(detections.isEmpty());
        pass(Duration.ofMinutes(2));

        Detection detection = Json.parse(detections.readValue(), Detection.class);
        assertEquals("manifest-overdue", detection.model());
        assertEquals(clock.instant(), detection.detectedAt());
        pass(Duration.ofMinutes(2));
        assertTrue(detections.isEmpty());
    }

    private void pass(Duration time) {
        Instant since = clock.instant();
        clock.advance(time);
        observe(List.of(StopNight.listened(since, clock.instant())));
    }
}
