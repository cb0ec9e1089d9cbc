package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.CityRegister;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A night while it is written. */
final class Draft {
    /** How often the terminal of a truck with a manifest reports while the engine is off. */
    static final Duration WATCHED = Duration.ofMinutes(4);

    private final City city;
    private final Night night;
    private final long seed;
    private final Cast cast;
    private final List<Event> events = new ArrayList<>();
    private final List<Expectation> expected = new ArrayList<>();
    private final List<Expectation> retracted = new ArrayList<>();
    private final List<Truth.Trap> traps = new ArrayList<>();

    Draft(City city, Night night, long seed) {
        this.city = city;
        this.night = night;
        this.seed = seed;
        this.cast = new Cast(city, night);
    }

    City city() {
        return city;
    }

    Night night() {
        return night;
    }

    Cast cast() {
        return cast;
    }

    /** Chance that belongs to one thing, so that a change elsewhere does not change it. */
    SplittableRandom chanceOf(int number) {
        return new SplittableRandom(seed * 1_000_003 + night.number() * 8_191 + number);
    }

    Itinerary itinerary(Truck truck) {
        return new Itinerary(city, truck, night);
    }

    /** The terminal of a truck that takes this way and is watched closely. */
    Terminal terminal(Itinerary itinerary) {
        return new Terminal(itinerary.truck(), itinerary.endingAt(night.end()), WATCHED);
    }

    void send(Terminal terminal) {
        events.addAll(terminal.transmissions());
    }

    void send(Itinerary itinerary) {
        send(terminal(itinerary));
    }

    void add(Event event) {
        events.add(event);
    }

    void expect(String model, Subject subject, Level level, String story) {
        expected.add(new Expectation(model, subject, level, story));
    }

    void expectRetracted(String model, Subject subject, Level level, String story) {
        retracted.add(new Expectation(model, subject, level, story));
    }

    void trap(String story, Subject... subjects) {
        traps.add(new Truth.Trap(List.of(subjects), story));
    }

    List<Event> events() {
        return events;
    }

    Truth truth() {
        return new Truth(expected, retracted, traps);
    }

    /** The feed by which a provider tells this night. */
    String feed(String provider) {
        return CityRegister.feed(provider, night.label());
    }

    /** When history that the platform should know beforehand is sent. */
    Instant before() {
        return night.daysBefore(1, "20:00");
    }
}
