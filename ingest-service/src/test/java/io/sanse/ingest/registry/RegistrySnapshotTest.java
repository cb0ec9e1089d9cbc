package io.sanse.ingest.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrySnapshotTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final int CHANGES = 50_000;

    private final RegistrySnapshot snapshot = new RegistrySnapshot();

    private static RegistryEntry vehicle(String plate, long version, int minute, String terminal) {
        Details.Vehicle vehicle = new Details.Vehicle("yellow", "dump-truck", null, null, terminal, null, "gps-east");
        return new RegistryEntry(plate, version, NOON.plusSeconds(60L * minute), vehicle);
    }

    private static RegistryEntry station(String mn, long version, String... neighbours) {
        Details.Station station = new Details.Station(
                new LocalizedText(mn, mn),
                "123456",
                "air-net",
                "330784",
                new GeoPoint(120, 29),
                List.of(neighbours),
                Map.of(),
                "HJ212");
        return new RegistryEntry(mn, version, NOON, station);
    }

    private String holder(String terminal) {
        return snapshot.vehicleOfTerminal(terminal).map(RegistryEntry::id).orElse("nobody");
    }

    @Test
    void anOlderVersionChangesNothing() {
        snapshot.put(vehicle("A", 2, 1, "100"));
        snapshot.put(vehicle("A", 1, 0, "200"));
        assertEquals(2, snapshot.find(RegistryKind.VEHICLE, "A").orElseThrow().version());
        assertEquals("nobody", holder("200"));
    }

    @Test
    void changesAreTheVersionsAddedUp() {
        assertEquals(0, snapshot.changes());
        snapshot.put(vehicle("A", 1, 0, "100"));
        snapshot.put(vehicle("B", 2, 0, "200"));
        snapshot.put(vehicle("A", 4, 1, "100"));
        snapshot.put(vehicle("A", 4, 1, "100"));
        assertEquals(6, snapshot.changes());
    }

    @Test
    void theVehicleRegisteredLastHasTheTerminal() {
        snapshot.put(vehicle("A", 1, 0, "100"));
        snapshot.put(vehicle("B", 1, 1, "100"));
        assertEquals("B", holder("100"));
        snapshot.put(vehicle("B", 2, 2, "200"));
        assertEquals("A", holder("100"));
        assertEquals("B", holder("200"));
        snapshot.put(vehicle("A", 2, 3, null));
        assertEquals("nobody", holder("100"));
    }

    @Test
    void anyOrderEndsTheSame() {
        List<RegistryEntry> history = List.of(
                vehicle("A", 1, 0, "100"),
                vehicle("B", 1, 1, "100"),
                vehicle("C", 1, 1, "100"),
                vehicle("B", 2, 4, "200"),
                vehicle("C", 2, 5, "300"),
                vehicle("A", 2, 6, "300"));
        for (int seed = 0; seed < 200; seed++) {
            List<RegistryEntry> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, new Random(seed));
            RegistrySnapshot other = new RegistrySnapshot();
            shuffled.forEach(other::put);
            assertEquals("A", other.vehicleOfTerminal("300").orElseThrow().id(), "seed " + seed);
            assertEquals("B", other.vehicleOfTerminal("200").orElseThrow().id(), "seed " + seed);
            assertTrue(other.vehicleOfTerminal("100").isEmpty(), "seed " + seed);
        }
    }

    @Test
    void readingsGoToTheStationsThatNameAStationTheirNeighbour() {
        snapshot.put(station("st-1", 1, "st-2", "st-3"));
        snapshot.put(station("st-4", 1, "st-2"));
        assertEquals(List.of("st-1", "st-4"), snapshot.comparedBy("st-2"));
        snapshot.put(station("st-1", 2, "st-3"));
        assertEquals(List.of("st-4"), snapshot.comparedBy("st-2"));
        assertEquals(List.of("st-1"), snapshot.comparedBy("st-3"));
        assertEquals(List.of(), snapshot.comparedBy("st-1"));
    }

    @Test
    void pagesGoById() {
        snapshot.put(vehicle("B", 1, 0, null));
        snapshot.put(vehicle("A", 1, 0, null));
        assertEquals(
                List.of("B"),
                snapshot.behind(RegistryKind.VEHICLE, "A").stream()
                        .map(RegistryEntry::id)
                        .toList());
        assertEquals(2, snapshot.behind(RegistryKind.VEHICLE, null).size());
    }

    private static RegistryEntry zone(String code, long version, String type, double west) {
        List<GeoPoint> square = List.of(
                new GeoPoint(west, 28.0),
                new GeoPoint(west + 0.01, 28.0),
                new GeoPoint(west + 0.01, 28.01),
                new GeoPoint(west, 28.01));
        LocalizedText name = new LocalizedText(code, code);
        return new RegistryEntry(code, version, NOON, new Details.Zone(name, type, false, null, "330784", square));
    }

    @Test
    void aZoneIsSensitiveAsItsLatestVersionSays() {
        GeoPoint west = new GeoPoint(120.005, 28.005);
        GeoPoint east = new GeoPoint(120.105, 28.005);
        assertEquals(List.of(false, false), List.of(snapshot.isSensitive(west), snapshot.isSensitive(east)));
        snapshot.put(zone("Z1", 1, "pit", 120.0));
        snapshot.put(zone("Z2", 1, "restricted", 120.1));
        assertEquals(List.of(true, false), List.of(snapshot.isSensitive(west), snapshot.isSensitive(east)));
        snapshot.put(zone("Z1", 2, "pit", 120.1));
        assertEquals(List.of(false, true), List.of(snapshot.isSensitive(west), snapshot.isSensitive(east)));
        snapshot.put(zone("Z1", 3, "receiver", 120.1));
        assertEquals(List.of(false, false), List.of(snapshot.isSensitive(west), snapshot.isSensitive(east)));
    }

    @ParameterizedTest(name = "{0} within a river bank: {1}")
    @CsvSource({
        "fuel, false",
        "depot, false",
        "rest, false",
        "receiver, false",
        "enterprise, false",
        "construction, false",
        "restricted, true",
        "mine, true",
        "pit, true"
    })
    void whereVehiclesHaveBusinessIsNoSensitivePlace(String type, boolean sensitive) {
        GeoPoint place = new GeoPoint(120.005, 28.005);
        snapshot.put(zone("Z1", 1, type, 120.0));
        snapshot.put(zone("Z2", 1, "river-bank", 120.0));
        assertEquals(sensitive, snapshot.isSensitive(place));
        snapshot.put(zone("Z1", 2, type, 120.1));
        assertTrue(snapshot.isSensitive(place), "it lies elsewhere now");
    }

    private static RegistryEntry carried(String plate, long version, String carrier) {
        Details.Vehicle vehicle = new Details.Vehicle("yellow", "dump-truck", carrier, null, null, null, "gps-east");
        return new RegistryEntry(plate, version, NOON, vehicle);
    }

    private static RegistryEntry person(String code, long version, Set<String> plates, Set<String> firms) {
        return new RegistryEntry(code, version, NOON, new Details.Person(List.of(), plates, firms, false));
    }

    private List<String> tiesOf(String plate) {
        return snapshot.tiesOf(plate, 3).stream().map(Subject::toString).toList();
    }

    @Test
    void aVehicleIsTiedToItsCarrierAndToThoseWhoOwnOrDriveItOrOwnTheCarrier() {
        assertEquals(List.of(), tiesOf("A"));
        snapshot.put(person("P1", 1, Set.of("A", "B"), Set.of()));
        assertEquals(List.of("person:P1"), tiesOf("A"), "of a vehicle that is not registered");
        snapshot.put(carried("A", 1, "C1"));
        snapshot.put(person("P2", 1, Set.of("B"), Set.of("C1")));
        snapshot.put(person("P3", 1, Set.of(), Set.of("C1")));
        assertEquals(List.of("enterprise:C1", "person:P1", "person:P2"), tiesOf("A"), "P3 ties nothing but the firm");
        snapshot.put(person("P1", 2, Set.of("B", "D"), Set.of("C1")));
        snapshot.put(person("P2", 2, Set.of("B"), Set.of("C2")));
        assertEquals(List.of("enterprise:C1", "person:P1"), tiesOf("A"));
        snapshot.put(carried("A", 2, null));
        assertEquals(List.of(), tiesOf("A"));
    }

    @Test
    void whoseVehiclesAreAllOfOneFirmIsTiedToNone() {
        snapshot.put(carried("A", 1, "C1"));
        snapshot.put(carried("B", 1, "C1"));
        snapshot.put(person("P1", 1, Set.of("A"), Set.of("C1")));
        snapshot.put(person("P2", 1, Set.of("A", "B"), Set.of()));
        assertEquals(List.of("enterprise:C1"), tiesOf("A"));
        snapshot.put(carried("B", 2, "C2"));
        assertEquals(List.of("enterprise:C1", "person:P2"), tiesOf("A"), "P2 ties two firms' vehicles now");
        assertEquals(List.of("enterprise:C2", "person:P2"), tiesOf("B"));
        snapshot.put(carried("B", 3, null));
        assertEquals(List.of("person:P2"), tiesOf("B"), "B is of no firm");
        snapshot.put(carried("B", 4, "C1"));
        assertEquals(List.of("enterprise:C1"), tiesOf("B"));
        assertEquals(List.of("enterprise:C1"), tiesOf("A"));
    }

    /** What both versions say is never gone in between: who asks then would not tell somebody who is told before and after. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whileSomethingElseChangesATieStands(String name, Change change) throws InterruptedException {
        change.before().forEach(snapshot::put);
        List<String> standing = change.asked().apply(snapshot);
        AtomicBoolean changing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (int version = 2; version < CHANGES; version++) {
                snapshot.put(change.next().apply(version));
            }
            changing.set(false);
        });
        writer.start();
        Set<List<String>> seen = new HashSet<>();
        while (changing.get()) {
            seen.add(change.asked().apply(snapshot));
        }
        writer.join();
        assertEquals(Set.of(standing), seen);
    }

    private record Change(
            List<RegistryEntry> before,
            IntFunction<RegistryEntry> next,
            Function<RegistrySnapshot, List<String>> asked) {}

    private static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "a person gets another vehicle beside",
                        new Change(
                                List.of(carried("A", 1, "C1"), person("P1", 1, Set.of("A", "B"), Set.of())),
                                version -> person("P1", version, Set.of("A", "B" + version % 2), Set.of()),
                                ties -> texts(ties.tiesOf("A", 3)))),
                Arguments.of(
                        "a firm gets another owner beside",
                        new Change(
                                List.of(carried("A", 1, "C1"), person("P1", 1, Set.of(), Set.of("C1", "C2"))),
                                version -> person("P1", version, Set.of(), Set.of("C1", "C2", "C3" + version % 2)),
                                ties -> texts(ties.tiesOf("A", 3)))),
                Arguments.of(
                        "a station gets another neighbour beside",
                        new Change(
                                List.of(station("st-1", 1, "st-2", "st-3")),
                                version -> station("st-1", version, "st-2", "st-3" + version % 2),
                                stations -> stations.comparedBy("st-2"))));
    }

    private static List<String> texts(List<Subject> subjects) {
        return subjects.stream().map(Subject::toString).toList();
    }

    @Test
    void aVehiclesCarrierAndThoseWhoseTieItMakesChangeAtOnce() throws InterruptedException {
        snapshot.put(carried("B", 1, "C1"));
        snapshot.put(person("P1", 1, Set.of("A", "B"), Set.of()));
        AtomicBoolean changing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (int version = 1; version < CHANGES; version++) {
                snapshot.put(carried("A", version, version % 2 == 0 ? "C1" : null));
            }
            changing.set(false);
        });
        writer.start();
        Set<List<String>> seen = new HashSet<>();
        while (changing.get()) {
            seen.add(texts(snapshot.tiesOf("A", 3)));
        }
        writer.join();
        seen.removeAll(Set.of(List.of("enterprise:C1"), List.of("person:P1")));
        assertEquals(Set.of(), seen);
    }

    @Test
    void tiesInAnyOrderEndTheSame() {
        List<RegistryEntry> history = List.of(
                carried("A", 1, "C1"),
                carried("B", 1, null),
                carried("B", 2, "C1"),
                person("P1", 1, Set.of("B"), Set.of("C1")),
                person("P2", 1, Set.of("A", "B"), Set.of("C2")),
                person("P3", 1, Set.of("A", "B"), Set.of("C2")),
                person("P3", 2, Set.of("A", "B"), Set.of()),
                person("P4", 1, Set.of("A", "X"), Set.of()),
                person("P5", 1, Set.of("A"), Set.of("C2")));
        for (int seed = 0; seed < 200; seed++) {
            List<RegistryEntry> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, new Random(seed));
            RegistrySnapshot other = new RegistrySnapshot();
            shuffled.forEach(other::put);
            List<Subject> all =
                    List.of(Subject.enterprise("C1"), Subject.person("P2"), Subject.person("P4"), Subject.person("P5"));
            assertEquals(all, other.tiesOf("A", 9), "seed " + seed);
            assertEquals(all.subList(0, 3), other.tiesOf("A", 3), "seed " + seed);
        }
    }
}
