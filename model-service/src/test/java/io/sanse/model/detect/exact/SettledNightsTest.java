package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A night of linked vehicles is told once, whatever comes together with it and however often it comes. */
class SettledNightsTest {
    private static final Instant NIGHT = Instant.parse("2026-03-05T15:00:00Z");
    private static final Subject OWNER = Subject.person("P1");
    private static final GeoPoint PIT = new GeoPoint(120.1, 28.9);
    private static final LocalizedText NAME = new LocalizedText("坑", "pit");
    private static final List<String> TRUCKS = List.of("浙GA1234", "浙GB5678");

    private final World world = world();
    private final HeapMemory memory = new HeapMemory();
    private final Findings findings = new Findings();
    private final PartitionDetector detector = new PartitionDetector(Library.load(), memory, findings);

    private static World world() {
        List<GeoPoint> square = List.of(
                new GeoPoint(120.099, 28.899),
                new GeoPoint(120.101, 28.899),
                new GeoPoint(120.101, 28.901),
                new GeoPoint(120.099, 28.901));
        List<RegistryEntry> entries = new ArrayList<>();
        entries.add(entry("pit", new Details.Zone(NAME, "pit", false, null, "330784", square)));
        entries.add(entry("P1", new Details.Person(List.of(), Set.copyOf(TRUCKS), Set.of(), false)));
        TRUCKS.forEach(truck ->
                entries.add(entry(truck, new Details.Vehicle("yellow", "dump-truck", null, null, null, null, "gps"))));
        return World.of(entries);
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Instant.EPOCH, details);
    }

    private static Observation made(Subject subject, String device, Instant at, Instant received, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), device, at, ""),
                new Source(subject.equals(OWNER) ? "gps" : device, "test", device),
                subject,
                subject.equals(OWNER) ? List.of(Subject.vehicle(device)) : List.of(),
                at,
                received,
                subject.equals(OWNER) ? PIT : null,
                payload);
    }

    /** Ten minutes of both trucks in the pit. */
    private static List<Observation> together(Instant from, Instant received) {
        List<Observation> reports = new ArrayList<>();
        for (int minute = 0; minute < 10; minute++) {
            for (String truck : TRUCKS) {
                Instant at = from.plus(Duration.ofMinutes(minute));
                reports.add(
                        made(OWNER, truck, at, received, new Position(0.0, 0, null, null, null, true, false, false)));
            }
        }
        return reports;
    }

    private void clock(Instant from, Instant until) {
        for (String feed : List.of("gps", Progress.INTAKE)) {
            detector.process(List.of(made(Subject.feed(feed), feed, until, until, new Progress(from))), world);
        }
    }

    private List<String> told() {
        return findings.words().stream().map(SettledNightsTest::said).toList();
    }

    private static String said(Detection word) {
        return word.change() + " " + word.episodeStart();
    }

    @Test
    void twoNightsThatComeTogetherAreToldAsIfOneHadComeAfterTheOther() {
        Instant next = NIGHT.plus(Duration.ofDays(2));
        List<Observation> both = together(NIGHT, next);
        both.addAll(together(next, next));
        detector.process(both, world);
        detector.process(together(next.plus(Duration.ofHours(1)), next), world);
        assertEquals(
                List.of("RAISED 2026-03-05T15:05:00Z", "CLEARED 2026-03-05T15:05:00Z", "RAISED 2026-03-07T15:05:00Z"),
                told());
    }

    @Test
    void aNightThatIsSettledIsNotToldAgainWhenItsReportsAreRepeated() {
        detector.process(together(NIGHT, NIGHT), world);
        Instant later = NIGHT.plus(Duration.ofDays(3));
        clock(NIGHT, later);
        assertEquals(
                List.of(Change.RAISED, Change.CLEARED),
                findings.words().stream().map(Detection::change).toList());
        assertNotNull(memory.dossier(OWNER));
        detector.process(together(NIGHT, later), world);
        clock(later, later.plus(Duration.ofDays(3)));
        assertEquals(2, findings.words().size(), told().toString());
    }
}
