package io.sanse.model.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.RegistryCourse.Change;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryCourseTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final String PLATE = "浙GA1234";

    private static Change change(Instant at, int version, String colour) {
        RegistryEntry entry = new RegistryEntry(
                PLATE, version, at, new Details.Vehicle(colour, "dump-truck", null, null, null, null, "gps"));
        return new Change(at, entry.key(), entry);
    }

    private static RegistryEntry truck(World world) {
        return world.vehicle(Subject.vehicle(PLATE).id());
    }

    @Test
    void whatIsRegisteredIsKnownFromThenOn() {
        RegistryCourse.Walk walk = new RegistryCourse(List.of(change(NOON, 1, "yellow"))).begin();
        assertNull(truck(walk.at(NOON.minusMillis(1))));
        assertNotNull(truck(walk.at(NOON)));
    }

    @Test
    void aChangeCountsFromThenOn() {
        RegistryCourse.Walk walk =
                new RegistryCourse(List.of(change(NOON, 1, "yellow"), change(NOON.plusSeconds(60), 2, "blue"))).begin();
        assertEquals(1, truck(walk.at(NOON.plusSeconds(59))).version());
        assertEquals(2, truck(walk.at(NOON.plusSeconds(60))).version());
    }

    @Test
    void theOldestKnownVersionStandsForThoseThatAreForgotten() {
        RegistryCourse.Walk walk = new RegistryCourse(List.of(change(NOON, 7, "yellow"))).begin();
        assertEquals(7, truck(walk.at(NOON.minusSeconds(86_400))).version());
    }

    @Test
    void whatWasRemovedIsUnknownFromThenOn() {
        Change known = change(NOON, 1, "yellow");
        RegistryCourse.Walk walk =
                new RegistryCourse(List.of(known, new Change(NOON.plusSeconds(1), known.key(), null))).begin();
        assertNotNull(truck(walk.at(NOON)));
        assertNull(truck(walk.at(NOON.plusSeconds(1))));
    }
}
