package io.sanse.ingest.registry;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.place.Area;
import io.sanse.contract.place.PlaceIndex;
import io.sanse.contract.place.Ring;
import io.sanse.contract.registry.Details;
import java.util.HashMap;
import java.util.Map;

/** Where the registry's sensitive zones are. They change seldom: the index is made anew when one has changed and somebody asks. May be used from any thread. */
final class SensitiveZones {
    private record Sensitive(Ring ring) implements Area {}

    private final Map<String, Sensitive> zones = new HashMap<>();
    private volatile PlaceIndex<Sensitive> index;

    /** A zone as it is now; it may have been sensitive and be so no longer. */
    synchronized void put(String code, Details.Zone zone) {
        if (zone.isSensitive()) {
            zones.put(code, new Sensitive(new Ring(zone.boundary())));
        } else {
            zones.remove(code);
        }
        index = null;
    }

    boolean contain(GeoPoint place) {
        PlaceIndex<Sensitive> present = index;
        return !(present == null ? renewed() : present)
                .at(place.longitude(), place.latitude())
                .isEmpty();
    }

    private synchronized PlaceIndex<Sensitive> renewed() {
        PlaceIndex<Sensitive> present = index == null ? new PlaceIndex<>(zones.values()) : index;
        index = present;
        return present;
    }
}
