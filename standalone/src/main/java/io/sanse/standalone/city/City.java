package io.sanse.standalone.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole city. Building it takes some milliseconds; every build gives the same. */
public final class City {
    private static final Map<PlaceKind, Integer> COUNTS = counts();
    private static final int RIVER_NUMBER = 99;

    private final RoadNetwork network = new RoadNetwork();
    private final Map<PlaceKind, List<Place>> places = new EnumMap<>(PlaceKind.class);
    private final Place riverByFuelStation;
    private final List<Truck> trucks;
    private final List<AirStation> stations = AirStation.all();

    public City() {
        Surveyor surveyor = new Surveyor(network);
        COUNTS.forEach((kind, count) -> places.put(kind, surveyor.place(kind, firstNumber(kind), count)));
        riverByFuelStation = Place.around(PlaceKind.RIVER_BANK, RIVER_NUMBER, fuelStationAtRiver());
        trucks = Fleet.of(places(PlaceKind.DEPOT));
    }

    /** Zones that need much room come first. */
    private static Map<PlaceKind, Integer> counts() {
        Map<PlaceKind, Integer> counts = new LinkedHashMap<>();
        counts.put(PlaceKind.CORE_PIT, 4);
        counts.put(PlaceKind.PIT, 6);
        counts.put(PlaceKind.RIVER_BANK, 6);
        counts.put(PlaceKind.WOODLAND, 6);
        counts.put(PlaceKind.SENSITIVE, 4);
        counts.put(PlaceKind.RECEIVER, 12);
        counts.put(PlaceKind.DEPOT, 20);
        counts.put(PlaceKind.CONSTRUCTION, 24);
        counts.put(PlaceKind.GENERATOR, 96);
        counts.put(PlaceKind.COLLECTOR, 8);
        counts.put(PlaceKind.REST, 8);
        counts.put(PlaceKind.FUEL, 12);
        return counts;
    }

    /** Core pits and pits share one series of codes. */
    private static int firstNumber(PlaceKind kind) {
        return kind == PlaceKind.PIT ? COUNTS.get(PlaceKind.CORE_PIT) + 1 : 1;
    }

    public List<Place> places(PlaceKind kind) {
        return places.get(kind);
    }

    List<Place> places() {
        List<Place> all = new ArrayList<>();
        places.values().forEach(all::addAll);
        all.add(riverByFuelStation);
        return all;
    }

    /** A fuel station that lies within a sensitive zone. */
    public Place fuelStationAtRiver() {
        return places(PlaceKind.FUEL).get(0);
    }

    RoadNetwork network() {
        return network;
    }

    public List<Truck> trucks() {
        return trucks;
    }

    public List<AirStation> stations() {
        return stations;
    }

    /** The shortest way from the middle of one place to the middle of another. */
    public Route route(Place from, Place to) {
        return network.route(from.access(), to.access());
    }
}
