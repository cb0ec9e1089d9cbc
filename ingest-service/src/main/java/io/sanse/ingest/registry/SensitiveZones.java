package io.sanse.ingest.registry;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.place.Area;
import io.sanse.contract.place.PlaceIndex;
import io.sanse.contract.place.Ring;
import io.sanse.contract.registry.Details;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the registry's sensitive zones are, but for the yards, stations and sites within them in which vehicles have business. They change seldom: the index is made anew when one has changed and somebody asks. May be used from
 * any thread.
 */
final class SensitiveZones {
    private record Known(Ring ring, boolean business) implements Area {}

    private final Map<String, Known> zones = new HashMap<>();
    private volatile PlaceIndex<Known> index;

    /** A zone as it is now; it may have been sensitive and be so no longer. */
    synchronized void put(String code, Details.Zone zone) {
        if (zone.isSensitive() || zone.isBusiness()) {
            zones.put(code, new Known(new Ring(zone.boundary()), zone.isBusiness()));
        } else {
            zones.remove(code);
        }
        index = null;
    }

    boolean contain(GeoPoint place) {
        PlaceIndex<Known> present = index;
        List<Known> there = (present == null ? renewed() : present).at(place.longitude(), place.latitude());
        return !there.isEmpty() && there.stream().noneMatch(Known::business);
    }

    private synchronized PlaceIndex<Known> renewed() {
        PlaceIndex<Known> present = index == null ? new PlaceIndex<>(zones.values()) : index;
        index = present;
        return present;
    }
}
