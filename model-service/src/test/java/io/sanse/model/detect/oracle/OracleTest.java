package io.sanse.model.detect.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands at the end does not depend on the order of arrival, and is what a naive implementation says of the complete sorted data. */
class OracleTest {
    private static final int FEEDS = Integer.getInteger("oracle.feeds", 12);
    private static final int ORDERS = 2;

    /** How often a feed tells its progress, in observations. */
    private static final int PROGRESS = 20;

    /** What arrives within so many seconds may come together. */
    private static final int FRAME_S = 60;

    private static final ModelSet LIBRARY = Library.load();

    /** An oracle by its seed. */
    private record Row(String name, LongFunction<Oracle> oracle) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** An observation and when it arrives. */
    private record Arrival(Instant at, Observation observation) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row("convoy", ConvoyOracle::new),
                new Row("clue-cluster", ClueOracle::new),
                new Row("manifest-ghost", GhostOracle::new),
                new Row("vehicle-cross-boundary", BoundaryOracle::new),
                new Row("manifest-route-deviation", RouteOracle::new),
                new Row("enterprise-linked-vehicles", NightOracle::new));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void sortedDataGiveWhatTheOracleSays(Row row) {
        int said = 0;
        for (long seed = 0; seed < FEEDS; seed++) {
            Oracle oracle = row.oracle().apply(seed);
            List<Told> expected = Told.sorted(oracle.expected());
            said += expected.size();
            assertEquals(
                    expected, Told.of(play(oracle.trial(), inOrder(oracle.trial()), new Random(seed))), "feed " + seed);
        }
        assertTrue(said >= FEEDS / 2, "the feeds must be eventful: " + said);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lateRepeatedAndReorderedDataGiveTheSame(Row row) {
        for (long seed = 0; seed < FEEDS; seed++) {
            Oracle oracle = row.oracle().apply(seed);
            List<Told> expected = Told.withoutStart(oracle.expected());
            for (int order = 0; order < ORDERS; order++) {
                Random random = new Random(seed * 1_000 + order);
                List<Told> told = Told.of(play(oracle.trial(), disturbed(oracle.trial(), random), random));
                assertEquals(expected, Told.withoutStart(told), "feed " + seed + ", order " + order);
            }
        }
    }

    private static List<Arrival> inOrder(Oracle.Trial trial) {
        return trial.observations().stream()
                .map(one -> new Arrival(one.observedAt(), one))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    /** A tenth late by minutes, a fifth by as much as is allowed, some twice. */
    private static List<Arrival> disturbed(Oracle.Trial trial, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        int latest = (int) trial.latest().toSeconds();
        for (Observation one : trial.observations()) {
            int kind = random.nextInt(10);
            int delay = kind == 0 ? random.nextInt(300) : kind < 3 ? random.nextInt(latest) : 0;
            arrivals.add(new Arrival(one.observedAt().plusSeconds(delay), one));
            if (random.nextInt(8) == 0) {
                int again = delay + random.nextInt(latest - delay);
                arrivals.add(new Arrival(one.observedAt().plusSeconds(again), one));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    /** In frames of random length; now and then the process dies. */
    private static List<Detection> play(Oracle.Trial trial, List<Arrival> arrivals, Random random) {
        Findings findings = new Findings();
        ByteMemory memory = new ByteMemory();
        World world = World.of(trial.registry());
        ModelSet models = models(trial.model());
        PartitionDetector detector = new PartitionDetector(models, memory, findings);
        List<Observation> frame = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            frame.add(arrival.observation());
            if (i % PROGRESS == 0) {
                frame.add(progress(arrival.at()));
            }
            boolean waits = i + 1 < arrivals.size()
                    && arrivals.get(i + 1).at().isBefore(arrival.at().plusSeconds(FRAME_S));
            if (!waits || random.nextInt(3) == 0) {
                detector.process(frame, world, arrival.at());
                frame.clear();
                detector = random.nextInt(30) == 0 ? new PartitionDetector(models, memory, findings) : detector;
            }
        }
        Instant end = RandomFeed.START.plus(trial.length());
        frame.add(progress(end));
        detector.process(frame, world, end);
        assertConsistent(findings.words());
        return findings.lastWords();
    }

    private static ModelSet models(String id) {
        return Library.of(
                LIBRARY.models().stream().filter(model -> model.id().equals(id)).toList(), Library.Basis.own());
    }

    private static Observation progress(Instant at) {
        String feed = RandomFeed.NAME;
        return new Observation(
                ObservationId.of(Kind.PROGRESS, feed, at, ""),
                new Source(feed, "test", feed),
                Subject.feed(feed),
                List.of(),
                at,
                at,
                null,
                new Progress(RandomFeed.START));
    }

    /** The words on an episode count up from its raising. */
    private static void assertConsistent(List<Detection> words) {
        Map<UUID, Integer> revisions = new HashMap<>();
        for (Detection word : words) {
            assertEquals(revisions.merge(word.id(), 1, Integer::sum), word.revision(), word::toString);
            assertTrue(word.revision() > 1 || word.change() == Change.RAISED, word::toString);
        }
    }
}
