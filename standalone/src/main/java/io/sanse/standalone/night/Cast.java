package io.sanse.standalone.night;

import io.sanse.standalone.city.AirStation;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.Fleet;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who plays which part. Parts go to others every night, and to the same only after 32 nights: repeated offences within 30 days would rightly raise levels, and
 * a night's truth must not depend on the nights before it.
 */
final class Cast {
    private static final int NIGHTS = 32;

    private final City city;
    private final int turn;
    private final List<Truck> reliable;
    private final List<Truck> ofOutageProvider;
    private final Set<Truck> engaged = new HashSet<>();
    private int nextReliable;
    private int nextOfOutageProvider;
    private int nextGenerator;
    private int nextStation;

    Cast(City city, Night night) {
        this.city = city;
        this.turn = (int) Math.floorMod(night.number(), (long) NIGHTS);
        this.reliable = city.trucks().stream()
                .filter(truck -> !truck.provider().equals(Fleet.OUTAGE_PROVIDER))
                .toList();
        this.ofOutageProvider = city.trucks().stream()
                .filter(truck -> truck.provider().equals(Fleet.OUTAGE_PROVIDER))
                .toList();
    }

    /** A truck that no other part has. */
    Truck truck() {
        return engage(reliable, nextReliable++);
    }

    /** A truck of the provider that fails tonight. */
    Truck truckOfOutageProvider() {
        return engage(ofOutageProvider, nextOfOutageProvider++);
    }

    private Truck engage(List<Truck> trucks, int part) {
        Truck truck = choose(trucks, part);
        engaged.add(truck);
        return truck;
    }

    Place generator() {
        return choose(city.places(PlaceKind.GENERATOR), nextGenerator++);
    }

    AirStation station() {
        return choose(city.stations(), nextStation++);
    }

    /** Any place of a kind: a truck may come back to a pit after two nights. */
    Place any(PlaceKind kind, int part) {
        List<Place> places = city.places(kind);
        return places.get((turn + part) % places.size());
    }

    private <T> T choose(List<T> all, int part) {
        int parts = all.size() / NIGHTS;
        if (part >= parts) {
            throw new IllegalStateException("only " + parts + " parts a night can be given to " + all.size());
        }
        return all.get(turn * parts + part);
    }

    /** Trucks without a part. */
    List<Truck> others() {
        return city.trucks().stream().filter(truck -> !engaged.contains(truck)).toList();
    }
}
