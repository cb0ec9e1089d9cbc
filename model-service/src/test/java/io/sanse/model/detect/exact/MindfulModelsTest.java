package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.detection.Evidence;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models that look only when they mind say word by word what they say when they look whatever comes. */
class MindfulModelsTest {
    private static final int ROADS = Integer.getInteger("mindful.roads", 32);
    private static final int CHANGING_ROADS = Integer.getInteger("mindful.changing.roads", 9);

    private final ModelSet models = Library.load();
    private final ModelSet eager = EagerModels.of(models);
    private final World world = World.of(RandomRoad.registry());

    @Test
    void nothingIsMissed() {
        Set<String> spoken = new HashSet<>();
        for (long seed = 0; seed < ROADS; seed++) {
            List<Arrival> arrivals = new RandomRoad(seed).arrivals();
            List<Detection> words = play(models, arrivals);
            assertSame(said(play(eager, arrivals)), said(words), seed);
            words.forEach(word -> spoken.add(word.model()));
        }
        assertTrue(spoken.size() >= 10, "the roads must be eventful: " + spoken);
    }

    /** Zones change their types in the middle of the road. Who is not asked at once learns of it at the next look: sooner or later, what stands at the end is the same. */
    @Test
    void whatStandsAfterTheRegistryHasChangedIsTheSame() {
        for (long seed = 0; seed < CHANGING_ROADS; seed++) {
            World later = World.of(RandomRoad.registry(1 + (int) (seed % 9)));
            List<Arrival> arrivals = new RandomRoad(seed).arrivals();
            assertEquals(
                    String.join("\n", standing(play(eager, arrivals, later))),
                    String.join("\n", standing(play(models, arrivals, later))),
                    "road " + seed);
        }
    }

    private List<Detection> play(ModelSet set, List<Arrival> arrivals, World later) {
        Findings findings = new Findings();
        PartitionDetector detector = new PartitionDetector(set, new HeapMemory(), findings);
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            detector.process(arrival.observations(), i < arrivals.size() / 2 ? world : later, arrival.at());
        }
        return findings.lastWords();
    }

    private static List<String> standing(List<Detection> words) {
        return words.stream()
                .filter(word -> word.change() != Change.RETRACTED)
                .map(word -> told(word) + (word.change() == Change.CLEARED ? " over" : " lasts"))
                .sorted()
                .toList();
    }

    private List<Detection> play(ModelSet set, List<Arrival> arrivals) {
        Findings findings = new Findings();
        PartitionDetector detector = new PartitionDetector(set, new HeapMemory(), findings);
        arrivals.forEach(arrival -> detector.process(arrival.observations(), world, arrival.at()));
        return findings.words();
    }

    /** Names the first word that differs: all of them would be too many to read. */
    private static void assertSame(List<String> expected, List<String> words, long seed) {
        for (int i = 0; i < Math.min(expected.size(), words.size()); i++) {
            assertEquals(expected.get(i), words.get(i), "road " + seed + ", word " + i);
        }
        assertEquals(expected.size(), words.size(), "road " + seed);
    }

    /** Model by model: who is asked at once and who is woken at the end of the same frame speak in another order. */
    private static List<String> said(List<Detection> words) {
        return words.stream()
                .sorted(Comparator.comparing(Detection::model))
                .map(MindfulModelsTest::said)
                .toList();
    }

    private static String said(Detection word) {
        return word.detectedAt() + " " + word.change() + ' ' + told(word);
    }

    private static String told(Detection word) {
        List<String> evidence = word.evidence().stream().map(Evidence::toString).toList();
        return word.model() + ' ' + word.level() + ' ' + word.from() + ".." + word.to() + ' '
                + word.text().en() + ' ' + evidence;
    }
}
