package io.sanse.standalone.night;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.LoadState;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.Plane;
import io.sanse.standalone.city.Route;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a truck goes, written down step by step: it begins asleep in its depot at the night's start. */
final class Itinerary {
    private final City city;
    private final Truck truck;
    private final double pace;
    private final List<Leg> legs = new ArrayList<>();
    private Place place;
    private Instant now;
    private LoadState load = LoadState.EMPTY;

    Itinerary(City city, Truck truck, Night night) {
        this.city = city;
        this.truck = truck;
        this.pace = 0.88 + 0.03 * (truck.number() % 8);
        this.place = truck.depot();
        this.now = night.start();
    }

    /** Begins somewhere else than in the depot. */
    Itinerary from(Place other) {
        place = other;
        return this;
    }

    Itinerary sleepUntil(Instant time) {
        return stand(time, false);
    }

    Itinerary wait(Duration length) {
        return stand(now.plus(length), true);
    }

    private Itinerary stand(Instant until, boolean engineOn) {
        legs.add(new Leg.Stay(now, until, bay(), engineOn, load));
        now = until;
        return this;
    }

    /** Each truck has its own bay, so that two never stand on one another. */
    private GeoPoint bay() {
        double angle = truck.number() * 2.4;
        double distance = 4 + truck.number() % 9 * 3;
        return Plane.moved(place.middle(), distance * Math.cos(angle), distance * Math.sin(angle));
    }

    Itinerary load(LoadState now) {
        load = now;
        return this;
    }

    Itinerary driveTo(Place destination) {
        Route route = city.route(place, destination);
        Instant arrival = now.plusSeconds(Math.round(route.duration().toSeconds() / pace));
        legs.add(new Leg.Drive(now, arrival, route, pace, load));
        now = arrival;
        place = destination;
        return this;
    }

    /** Where the itinerary has come to. */
    Instant now() {
        return now;
    }

    Place place() {
        return place;
    }

    Truck truck() {
        return truck;
    }

    /** The legs so far, and asleep from there to the end. */
    List<Leg> endingAt(Instant end) {
        if (now.isBefore(end)) {
            stand(end, false);
        }
        return legs;
    }
}
