package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import org.junit.jupiter.api.Test;

class RegistryViewTest {
    private final RegistryView view = new RegistryView();

    private static RegistryEntry truck(String plate, long version) {
        return new RegistryEntry(
                plate,
                version,
                StopNight.START,
                new Details.Vehicle("yellow", "dump-truck", null, null, null, null, "gps"));
    }

    @Test
    void aZoneMakesANewWorldAndTheOldOneStaysAsItWas() {
        World before = view.world();
        view.put(StopNight.PIT.key(), StopNight.PIT);

        assertEquals("pit", view.world().zonesAt(120.1, 28.9).get(0).id());
        assertEquals(0, before.zonesAt(120.1, 28.9).size());
    }

    @Test
    void aVehicleIsKnownWithoutANewWorld() {
        World before = view.world();
        view.put("vehicle:浙GA1234", truck("浙GA1234", 3));

        assertSame(before, view.world());
        assertEquals(3, view.world().vehicle("浙GA1234").version());
    }

    @Test
    void whatIsTakenOutIsKnownNoLonger() {
        view.put(StopNight.PIT.key(), StopNight.PIT);
        view.put("vehicle:浙GA1234", truck("浙GA1234", 1));
        assertNotNull(view.world().zone("pit"));
        view.put(StopNight.PIT.key(), null);
        view.put("vehicle:浙GA1234", null);

        assertNull(view.world().zone("pit"));
        assertNull(view.world().vehicle("浙GA1234"));
    }

    @Test
    void changesAreTheVersionsAddedUp() {
        assertEquals(0, view.changes());
        view.put("vehicle:浙GA1234", truck("浙GA1234", 1));
        view.put(StopNight.PIT.key(), StopNight.PIT);
        view.put("vehicle:浙GA1234", truck("浙GA1234", 3));
        view.put("vehicle:浙GA1234", truck("浙GA1234", 3));

        assertEquals(3 + StopNight.PIT.version(), view.changes());
    }
}
