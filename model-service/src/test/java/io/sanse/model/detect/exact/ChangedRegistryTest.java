package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Capture;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model that has said something looks again though nothing that it minds comes any more: what it said may rest on a registry that has changed. */
class ChangedRegistryTest {
    private static final Instant EVENING = Instant.parse("2026-03-05T12:00:00Z");
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");
    private static final GeoPoint INSIDE = new GeoPoint(120.1, 28.9);
    private static final GeoPoint OUTSIDE = new GeoPoint(120.2, 28.9);

    private final Findings findings = new Findings();
    private final PartitionDetector detector = new PartitionDetector(Library.load(), new HeapMemory(), findings);

    private static World world(String type) {
        List<GeoPoint> square = List.of(
                new GeoPoint(120.099, 28.899),
                new GeoPoint(120.101, 28.899),
                new GeoPoint(120.101, 28.901),
                new GeoPoint(120.099, 28.901));
        LocalizedText name = new LocalizedText("区", "zone");
        return World.of(List.of(new RegistryEntry(
                "park", 1, Instant.EPOCH, new Details.Zone(name, type, false, null, "330784", square))));
    }

    private void report(Instant at, GeoPoint place, World world) {
        hear(Kind.POSITION, at, place, new Position(0.0, 0, null, null, null, true, false, false), world);
    }

    private void pass(Instant at, String direction, World world) {
        hear(Kind.CAPTURE, at, INSIDE, new Capture("gate", TRUCK.id(), null, null, direction, null, 0.9, null), world);
    }

    private void hear(Kind kind, Instant at, GeoPoint place, Payload payload, World world) {
        List<Subject> site = kind == Kind.CAPTURE ? List.of(Subject.site("park")) : List.of();
        Observation observation = new Observation(
                ObservationId.of(kind, TRUCK.id(), at, ""),
                new Source("gps", "jt808", "T1"),
                TRUCK,
                site,
                at,
                at.plusSeconds(2),
                place,
                payload);
        detector.process(List.of(observation), world);
    }

    /** The feed and the platform have listened until then. */
    private void clock(Instant at, World world) {
        for (String feed : List.of("gps", Progress.INTAKE)) {
            detector.process(
                    List.of(new Observation(
                            ObservationId.of(Kind.PROGRESS, feed, at, ""),
                            new Source(feed, "test", feed),
                            Subject.feed(feed),
                            List.of(),
                            at,
                            at,
                            null,
                            new Progress(EVENING))),
                    world);
        }
    }

    private List<Change> changes() {
        return findings.words().stream()
                .filter(word -> word.model().equals("over-stay"))
                .map(Detection::change)
                .toList();
    }

    @Test
    void aStayThatIsNoLongerLimitedIsTakenBackWhenTheTruckLeaves() {
        for (int minute = 0; minute <= 200; minute += 5) {
            report(EVENING.plus(Duration.ofMinutes(minute)), INSIDE, world("fuel"));
        }
        clock(EVENING.plus(Duration.ofMinutes(201)), world("fuel"));
        assertEquals(List.of(Change.RAISED), changes());
        for (int minute = 205; minute < 220; minute++) {
            report(EVENING.plus(Duration.ofMinutes(minute)), OUTSIDE, world("depot"));
        }
        assertEquals(List.of(Change.RAISED, Change.RETRACTED), changes());
    }

    @Test
    void aStayBetweenCamerasThatIsNoLongerLimitedIsTakenBackWhenTheTruckIsSeenAgain() {
        pass(EVENING, "in", world("protected"));
        clock(EVENING.plus(Duration.ofDays(31)), world("protected"));
        assertEquals(List.of(Change.RAISED), changes());
        pass(EVENING.plus(Duration.ofDays(32)), "out", world("depot"));
        assertEquals(List.of(Change.RAISED, Change.RETRACTED), changes());
    }

    @Test
    void aStayThatIsOverAndNotSettledIsTakenBackWhenTheTruckStaysAgain() {
        for (int minute = 0; minute <= 200; minute += 5) {
            report(EVENING.plus(Duration.ofMinutes(minute)), INSIDE, world("fuel"));
        }
        for (int minute = 205; minute < 220; minute++) {
            report(EVENING.plus(Duration.ofMinutes(minute)), OUTSIDE, world("fuel"));
        }
        assertEquals(Change.CLEARED, changes().get(changes().size() - 1));
        for (int minute = 300; minute < 310; minute++) {
            report(EVENING.plus(Duration.ofMinutes(minute)), INSIDE, world("depot"));
        }
        assertEquals(Change.RETRACTED, changes().get(changes().size() - 1));
    }

    @Test
    void aStayBetweenCamerasThatIsOverAndNotSettledIsTakenBackWhenTheTruckIsSeenAgain() {
        pass(EVENING, "in", world("protected"));
        clock(EVENING.plus(Duration.ofDays(31)), world("protected"));
        pass(EVENING.plus(Duration.ofDays(32)), "out", world("protected"));
        assertEquals(Change.CLEARED, changes().get(changes().size() - 1));
        pass(EVENING.plus(Duration.ofDays(33)), "in", world("depot"));
        assertEquals(Change.RETRACTED, changes().get(changes().size() - 1));
    }
}
