package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.Weighing;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Manifests, ledgers and stations: whatever the order in which their observations come, repeated or not, the same stands at the end as after sorted data. */
class ArrivalOrderTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final String FEED = "feed";
    private static final int SEEDS = 60;

    private final ModelSet models = Library.load();

    @Test
    void manifests() {
        int said = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            said += compare(manifest(new Random(seed)), Duration.ofDays(20), seed);
        }
        assertTrue(said > SEEDS / 2, "said " + said);
    }

    @Test
    void ledgers() {
        int said = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            said += compare(ledger(new Random(seed)), Duration.ofDays(430), seed);
        }
        assertTrue(said > SEEDS / 2, "said " + said);
    }

    @Test
    void stations() {
        int said = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            said += compare(station(new Random(seed)), Duration.ofHours(60), seed);
        }
        assertTrue(said > SEEDS / 2, "said " + said);
    }

    /** @return how much was said */
    private int compare(List<Observation> observations, Duration length, long seed) {
        List<Said> expected = play(RandomNight.sorted(observations), length);
        List<Observation> disturbed = new ArrayList<>(observations);
        disturbed.addAll(observations.subList(0, observations.size() / 3));
        Collections.shuffle(disturbed, new Random(seed));
        assertEquals(expected, play(disturbed, length), "seed " + seed);
        return expected.size();
    }

    /** Each observation comes with its feed's progress so far, and the clock goes on to the end. */
    private List<Said> play(List<Observation> observations, Duration length) {
        Findings findings = new Findings();
        PartitionDetector detector = new PartitionDetector(models, new ByteMemory(), findings);
        for (Observation observation : observations) {
            Observation progress = make(Subject.feed(FEED), 0, new Progress(START));
            detector.process(List.of(observation, progress), World.EMPTY, observation.receivedAt());
        }
        int end = (int) length.toSeconds();
        Observation last = make(Subject.feed(FEED), end, new Progress(START));
        Observation listened = make(Subject.feed(Progress.INTAKE), end + 60, new Progress(START));
        detector.process(List.of(last, listened), World.EMPTY, listened.receivedAt());
        return Said.of(findings.lastWords());
    }

    private static List<Observation> manifest(Random random) {
        List<Observation> all = new ArrayList<>();
        int at = random.nextInt(86_400);
        double sent = 5 + random.nextInt(10);
        for (Step step : List.of(Step.FILED, Step.PICKED_UP, Step.RECEIVED, Step.CONFIRMED)) {
            all.add(step(at, step, sent, step == Step.RECEIVED ? (Double) (sent - random.nextInt(20) / 10.0) : null));
            at += 600 + random.nextInt(random.nextInt(4) == 0 ? 900_000 : 30_000);
            if (random.nextInt(6) == 0) {
                all.add(step(at, Step.VOIDED, sent, null));
                return all;
            }
        }
        if (random.nextBoolean()) {
            all.add(weighing(at - 300, Weighing.Side.RECEIVED, sent - random.nextInt(20) / 10.0));
            all.add(weighing(at - 9_000, Weighing.Side.SENT, sent));
        }
        return all;
    }

    private static Observation step(int at, Step step, Double sent, Double received) {
        return make(
                Subject.manifest("M1"),
                at,
                new ManifestStep("M1", step, "F1", "C1", "R1", "浙GA1", null, false, sent, received, null, 60));
    }

    private static Observation weighing(int at, Weighing.Side side, double tonnes) {
        return make(Subject.manifest("M1"), at, new Weighing("W1", side, "浙GA1", "M1", null, null, tonnes));
    }

    private static List<Observation> ledger(Random random) {
        List<Observation> all = new ArrayList<>();
        for (int lot = 0; lot < 4; lot++) {
            int stored = random.nextInt(86_400 * 60);
            all.add(entry(stored, LedgerEntry.Entry.STORED, lot, 2));
            if (random.nextBoolean()) {
                all.add(entry(stored + 86_400 * 200, LedgerEntry.Entry.TAKEN_OUT, lot, 1));
            }
            if (random.nextInt(3) > 0) {
                int taken = stored + 86_400 * (300 + random.nextInt(70));
                all.add(entry(taken, LedgerEntry.Entry.TAKEN_OUT, lot, 2));
            }
        }
        return all;
    }

    private static Observation entry(int at, LedgerEntry.Entry entry, int lot, double tonnes) {
        return make(Subject.enterprise("F1"), at, new LedgerEntry(entry, "F1", "L" + lot, null, true, tonnes));
    }

    /** Two days of three stations; all within the lateness of readings. */
    private static List<Observation> station(Random random) {
        List<Observation> all = new ArrayList<>();
        int peak = 38 + random.nextInt(8);
        for (int hour = 24; hour < 48; hour++) {
            for (int station = 1; station <= 3; station++) {
                boolean high = station == 1 && hour >= peak && hour < peak + 2 || random.nextInt(15) == 0;
                String flag = random.nextInt(12) == 0 ? "D" : "N";
                all.add(reading(hour, "S" + station, (20 + random.nextInt(8)) * (high ? 5 : 1), flag));
            }
        }
        return all;
    }

    private static Observation reading(int hour, String station, double value, String flag) {
        Reading reading = new Reading(
                Reading.Interval.HOUR, List.of(new Reading.Factor("a34004", value, null, null, "ug/m3", flag)));
        Observation made = make(Subject.station("S1"), hour * 3_600, reading);
        return new Observation(
                ObservationId.of(Kind.READING, station, made.observedAt(), flag),
                new Source(FEED, "hj212", station),
                Subject.station("S1"),
                station.equals("S1") ? List.of() : List.of(Subject.station(station)),
                made.observedAt(),
                made.receivedAt(),
                null,
                reading);
    }

    private static Observation make(Subject subject, int at, Payload payload) {
        Instant instant = START.plusSeconds(at);
        return new Observation(
                ObservationId.of(Kind.of(payload), FEED, instant, payload.toString()),
                new Source(FEED, "test", FEED),
                subject,
                List.of(),
                instant,
                instant,
                null,
                payload);
    }
}
