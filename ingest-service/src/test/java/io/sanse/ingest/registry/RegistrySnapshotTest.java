package io.sanse.ingest.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistrySnapshotTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

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
}
