package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands at the end does not depend on the order of arrival, and is what the naive models say of the complete sorted data. */
class ExactnessTest {
    private static final int NIGHTS = 16;
    private static final int ORDERS = 2;

    private final ModelSet models = Library.load();
    private final World world = World.of(RandomNight.registry());

    /** An observation and when it arrives, s behind the night's beginning. */
    private record Arrival(long at, Observation observation) {}

    @Test
    void sortedDataGiveWhatTheNaiveModelsSay() {
        int said = 0;
        for (long seed = 0; seed < NIGHTS; seed++) {
            RandomNight night = new RandomNight(seed);
            List<Said> naive = naive(night);
            said += naive.size();
            assertEquals(
                    naive, Said.of(play(night, inOrder(night), new Random(seed)).lastWords()), "night " + seed);
        }
        assertTrue(said > NIGHTS, "the nights must be eventful: " + said);
    }

    @Test
    void lateRepeatedAndReorderedDataGiveTheSame() {
        for (long seed = 0; seed < NIGHTS; seed++) {
            RandomNight night = new RandomNight(seed);
            List<Said> naive = naive(night);
            for (int order = 0; order < ORDERS; order++) {
                Random random = new Random(seed * 1_000 + order);
                Findings findings = play(night, disturbed(night, random), random);
                assertEquals(naive, Said.of(findings.lastWords()), "night " + seed + ", order " + order);
                assertEquals(0, findings.tooLate());
                assertConsistent(findings.words());
            }
        }
    }

    private static List<Said> naive(RandomNight night) {
        return new NaiveModels(night.reports(), night.steps(), night.progress()).said();
    }

    private static List<Arrival> inOrder(RandomNight night) {
        List<Arrival> arrivals = new ArrayList<>();
        night.reports().forEach(one -> arrivals.add(arrival(one, 0)));
        night.steps().forEach(one -> arrivals.add(arrival(one, 0)));
        night.progress().forEach(one -> arrivals.add(arrival(one, 0)));
        return sorted(arrivals);
    }

    /** A tenth late by seconds, a tenth by hours, some twice; the feed's own progress is never late. */
    private static List<Arrival> disturbed(RandomNight night, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        List<Observation> all = new ArrayList<>(night.reports());
        all.addAll(night.steps());
        for (Observation one : all) {
            int kind = random.nextInt(10);
            long delay = kind == 0 ? random.nextInt(300) : kind == 1 ? random.nextInt(11 * 3_600) : 0;
            arrivals.add(arrival(one, delay));
            if (random.nextInt(8) == 0) {
                arrivals.add(arrival(one, delay + random.nextInt(7_200)));
            }
        }
        night.progress().forEach(one -> arrivals.add(arrival(one, 0)));
        return sorted(arrivals);
    }

    private static Arrival arrival(Observation observation, long delay) {
        return new Arrival(observation.observedAt().getEpochSecond() + delay, observation);
    }

    private static List<Arrival> sorted(List<Arrival> arrivals) {
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals;
    }

    /** In frames of random length; now and then the process dies. */
    private Findings play(RandomNight night, List<Arrival> arrivals, Random random) {
        Findings findings = new Findings();
        ByteMemory memory = new ByteMemory();
        PartitionDetector detector = new PartitionDetector(models, memory, findings);
        List<Observation> frame = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            frame.add(arrival.observation());
            if (random.nextInt(4) == 0) {
                detector.process(frame, world, Instant.ofEpochSecond(arrival.at()));
                frame.clear();
                detector = random.nextInt(50) == 0 ? new PartitionDetector(models, memory, findings) : detector;
            }
        }
        detector.process(frame, world, RandomNight.START.plusSeconds(2L * RandomNight.LENGTH_S));
        assertTrue(night.reports().size() > 100);
        return findings;
    }

    /** Each episode's words count up from 1, begin with its raising, and no two episodes of a model are alive at once. */
    private static void assertConsistent(List<Detection> words) {
        Set<UUID> raised = new HashSet<>();
        for (Detection word : words) {
            long earlier = words.stream()
                    .filter(other -> other.id().equals(word.id()) && other.revision() < word.revision())
                    .count();
            assertEquals(word.revision() - 1, earlier);
            assertEquals(raised.add(word.id()), word.change() == Change.RAISED && word.revision() == 1);
        }
    }
}
