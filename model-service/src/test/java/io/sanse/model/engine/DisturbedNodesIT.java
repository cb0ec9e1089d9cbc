package io.sanse.model.engine;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes with copies of each other's state, of which one after the other is killed at random moments and starts again, and a third that comes and goes, under a feed with late,
 * repeated and reordered reports: they say what one detector says that nobody disturbs, each word once. {@code -Dnodes.seed=N} makes another night.
 */
class DisturbedNodesIT {
    private static final long SEED = Long.getLong("nodes.seed", 1);
    private static final int PARTITIONS = 6;
    private static final int TRUCKS = 80;
    private static final int MINUTES = 110;
    private static final String APPLICATION = "disturbed";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private EmbeddedKafka kafka;
    private EngineGroup group;
    private EngineNode first;
    private EngineNode second;
    private EngineNode guest;

    @AfterEach
    void end() {
        first.close();
        second.close();
        guest.close();
    }

    @Test
    void nothingIsLostAndNothingSaidTwice() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
                KafkaTap tap = new KafkaTap(broker.port(), PARTITIONS);
                EngineGroup nodes = new EngineGroup(settings(broker), APPLICATION)) {
            kafka = broker;
            group = nodes;
            first = node("first", "first");
            second = node("second", "second");
            guest = node("guest", "");
            tap.know(DisturbedCity.registry());
            live(tap);
            tap.readAll();
            assertEquals(0, tap.deadLetters());
            assertCountUp(tap.detections());
            assertEquals(EnumSet.allOf(Change.class), changes(tap.detections()), "the night must have everything");
            assertSame(undisturbed(), bySubject(tap.detections()));
        }
    }

    private static Set<Change> changes(List<Detection> words) {
        return words.stream().map(Detection::change).collect(Collectors.toSet());
    }

    private EngineNode node(String name, String stableName) {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.put("kafka.partitions", Integer.toString(PARTITIONS));
        settings.put("model.application.id", APPLICATION);
        settings.put("model.instance.id", stableName);
        settings.put("model.threads", "1");
        settings.put("model.standbys", "1");
        return new EngineNode(name, directory, settings);
    }

    private static KafkaSettings settings(EmbeddedKafka broker) {
        return new KafkaSettings("127.0.0.1:" + broker.port(), PARTITIONS, 1);
    }

    private void live(KafkaTap tap) {
        first.start();
        second.start();
        eventually(LIMIT, () -> group.works("first") && group.works("second"), both -> both);
        Map<Integer, List<Runnable>> disturbances = disturbances();
        DisturbedCity city = new DisturbedCity(TRUCKS, MINUTES, SEED);
        for (int minute = 0; minute < MINUTES; minute++) {
            city.minute(minute).forEach(tap::observe);
            tap.observeEverywhere(DisturbedCity.progress(minute + 1));
            tap.read();
            disturbances.getOrDefault(minute, List.of()).forEach(Runnable::run);
        }
        eventually(LIMIT, group::lag, left -> left == 0);
        first.leave();
        second.leave();
    }

    /** By minute. A node is dead for less or for longer than it takes the others to notice. */
    private Map<Integer, List<Runnable>> disturbances() {
        Map<Integer, List<Runnable>> all = new HashMap<>();
        for (int from = 10; from <= MINUTES - 50; from += 45) {
            EngineNode victim = random.nextBoolean() ? first : second;
            int killed = from + random.nextInt(14);
            disturb(all, killed, victim::kill);
            disturb(all, killed + 1 + random.nextInt(30), victim::start);
        }
        int arrives = random.nextInt(MINUTES / 2);
        disturb(all, arrives, guest::start);
        disturb(all, arrives + 20 + random.nextInt(MINUTES / 3), () -> {
            eventually(LIMIT, () -> group.works(null), works -> works);
            guest.leave();
        });
        return all;
    }

    private static void disturb(Map<Integer, List<Runnable>> all, int minute, Runnable disturbance) {
        all.computeIfAbsent(minute, none -> new ArrayList<>()).add(disturbance);
    }

    private Map<Subject, List<Detection>> undisturbed() {
        Findings findings = new Findings();
        World world = World.of(List.of(DisturbedCity.registry()));
        TopicReader.read(
                settings(kafka),
                Topics.OBSERVATIONS.name(),
                Instant.EPOCH,
                TopicReader.END,
                new TopicReader.Listener() {
                    private PartitionDetector detector;

                    @Override
                    public void begin(int partition) {
                        detector = new PartitionDetector(Library.load(), new HeapMemory(), findings);
                    }

                    @Override
                    public boolean read(TopicReader.Kept record, double share) {
                        detector.process(
                                ObservationFrames.decode(record.value()).observations(), world);
                        return true;
                    }
                });
        return bySubject(findings.words());
    }

    private static Map<Subject, List<Detection>> bySubject(Collection<Detection> words) {
        return words.stream().collect(Collectors.groupingBy(Detection::subject));
    }

    private static void assertCountUp(List<Detection> words) {
        Map<UUID, List<Integer>> revisions = words.stream()
                .collect(Collectors.groupingBy(
                        Detection::id, Collectors.mapping(Detection::revision, Collectors.toList())));
        revisions.forEach((id, counted) ->
                assertEquals(IntStream.rangeClosed(1, counted.size()).boxed().toList(), counted, id::toString));
    }

    private static void assertSame(Map<Subject, List<Detection>> expected, Map<Subject, List<Detection>> said) {
        assertTrue(expected.size() > TRUCKS / 2, () -> "the night must be eventful: " + expected.size());
        expected.forEach((subject, words) -> assertEquals(words, said.get(subject), subject::toString));
        assertEquals(expected.keySet(), said.keySet());
    }
}
