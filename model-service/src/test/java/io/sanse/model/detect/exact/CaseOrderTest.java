package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.detection.Evidence;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.CaseArrivals;
import io.sanse.model.cases.Findings;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.library.LibraryCases;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the library's tables once more, its observations late, repeated, in frames of random length, between restarts, and judged by all models at every look: what stands at the end is the same. */
class CaseOrderTest {
    private static final int ORDERS = Integer.getInteger("case.orders", 1);

    private final ModelSet models = Library.load();
    private final ModelSet eager = EagerModels.of(models);

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return models.models().stream().flatMap(model -> LibraryCases.of(model).stream()
                .map(one -> DynamicTest.dynamicTest(model.id() + ": " + one.name(), () -> compare(one))));
    }

    private void compare(ModelCase one) {
        World world = CaseArrivals.world(one);
        DisturbedCase disturbed = new DisturbedCase(CaseArrivals.of(one));
        List<String> expected = play(disturbed.inOrder(), world, new Random(0), 0);
        assertEquals(
                String.join("\n", play(eager, disturbed.inOrder(), world, new Random(0), 0)),
                String.join("\n", expected),
                "a model missed what was its business");
        for (int order = 1; order <= ORDERS; order++) {
            Random random = new Random(order);
            assertEquals(
                    String.join("\n", expected),
                    String.join("\n", play(disturbed.outOfOrder(order), world, random, 40)),
                    "order " + order);
        }
    }

    /** @param restarts one in how many frames is followed by a restart; 0: none */
    private List<String> play(List<Arrival> arrivals, World world, Random random, int restarts) {
        return play(models, arrivals, world, random, restarts);
    }

    private static List<String> play(
            ModelSet models, List<Arrival> arrivals, World world, Random random, int restarts) {
        Findings findings = new Findings();
        ByteMemory memory = new ByteMemory();
        PartitionDetector detector = new PartitionDetector(models, memory, findings);
        for (Arrival frame : DisturbedCase.frames(arrivals, random)) {
            detector.process(frame.observations(), world, frame.at());
            if (restarts > 0 && random.nextInt(restarts) == 0) {
                detector = new PartitionDetector(models, memory, findings);
            }
        }
        return findings.lastWords().stream()
                .filter(word -> word.change() != Change.RETRACTED)
                .map(CaseOrderTest::said)
                .sorted()
                .toList();
    }

    /** Everything but what tells how it came to be known. */
    private static String said(Detection word) {
        boolean over = word.change() == Change.CLEARED;
        List<String> evidence = word.evidence().stream().map(Evidence::toString).toList();
        return word.model() + ' ' + word.level() + ' ' + word.score() + ' ' + word.from() + ".." + word.to()
                + (over ? " over " : " lasts ") + word.aggravations()
                + ' ' + word.location() + ' ' + word.division() + ' ' + word.tonnes() + ' ' + word.sourceEnterprise()
                + ' ' + word.mentions() + ' '
                + word.text().en() + ' ' + evidence;
    }
}
