package io.sanse.model.detect.world;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.place.PlaceIndex;
import io.sanse.contract.place.Ring;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registry at one moment. */
public final class World {
    /** Nothing is known yet. */
    public static final World EMPTY = World.of(List.of());

    private final Map<String, Zone> zones = new HashMap<>();
    private final Map<String, Entry<Details.Enterprise>> enterprises = new HashMap<>();
    private final Map<String, Entry<Details.Station>> stations = new HashMap<>();
    private final Map<String, Entry<Details.Camera>> cameras = new HashMap<>();
    private final Map<String, Entry<Details.Person>> persons = new HashMap<>();
    private final Map<Subject, List<Entry<Details.Person>>> recorded = new HashMap<>();
    private final Map<String, List<Zone>> zonesByFirm = new HashMap<>();
    private final Map<String, List<RegistryEntry>> rounds = new HashMap<>();
    private final Map<List<String>, List<KnownRoute>> routes = new HashMap<>();
    private final Set<String> watched = new HashSet<>();
    private final Map<String, RegistryEntry> vehicles;
    private final PlaceIndex<Zone> zoneIndex;
    private final PlaceIndex<District> districtIndex;

    private World(Collection<RegistryEntry> entries, Map<String, RegistryEntry> vehicles) {
        this.vehicles = vehicles;
        List<District> districts = new ArrayList<>();
        for (RegistryEntry entry : entries) {
            add(entry, districts);
        }
        zoneIndex = new PlaceIndex<>(
                zones.values().stream().sorted(Comparator.comparing(Zone::id)).toList());
        districtIndex = new PlaceIndex<>(districts);
    }

    /** @param entries the newest of each key, those that no model needs included */
    public static World of(Collection<RegistryEntry> entries) {
        Map<String, RegistryEntry> vehicles = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.details() instanceof Details.Vehicle)
                .forEach(entry -> vehicles.put(Subject.vehicle(entry.id()).id(), entry));
        return new World(entries, vehicles);
    }

    /** @param vehicles by the id of the vehicle's subject; may change meanwhile */
    public static World of(Collection<RegistryEntry> entries, Map<String, RegistryEntry> vehicles) {
        return new World(entries, vehicles);
    }

    private void add(RegistryEntry entry, List<District> districts) {
        if (entry.details() instanceof Details.Zone zone) {
            add(zone(entry, zone));
        } else if (entry.details() instanceof Details.District district) {
            districts.add(new District(entry.id(), new Ring(district.boundary())));
        } else if (entry.details() instanceof Details.Enterprise enterprise) {
            enterprises.put(entry.id(), new Entry<>(entry.id(), entry.version(), enterprise));
        } else if (entry.details() instanceof Details.Station station) {
            stations.put(entry.id(), new Entry<>(entry.id(), entry.version(), station));
        } else if (entry.details() instanceof Details.Camera camera) {
            cameras.put(entry.id(), new Entry<>(entry.id(), entry.version(), camera));
            watched.add(camera.site());
        } else if (entry.details() instanceof Details.Round round) {
            rounds.computeIfAbsent(round.enterprise(), none -> new ArrayList<>(1))
                    .add(entry);
        } else if (entry.details() instanceof Details.Route route) {
            routes.computeIfAbsent(List.of(route.generator(), route.receiver()), none -> new ArrayList<>(1))
                    .add(new KnownRoute(
                            entry.id(),
                            entry.version(),
                            new RoadLine(route.path()),
                            Boolean.TRUE.equals(route.learnt())));
        } else if (entry.details() instanceof Details.Person person) {
            add(new Entry<>(entry.id(), entry.version(), person));
        }
    }

    private void add(Entry<Details.Person> person) {
        persons.put(person.id(), person);
        if (person.details().record()) {
            recorded.put(Subject.person(person.id()), List.of(person));
            person.details().vehicles().forEach(plate -> tie(Subject.vehicle(plate), person));
            person.details().enterprises().forEach(code -> tie(Subject.enterprise(code), person));
        }
    }

    private void tie(Subject subject, Entry<Details.Person> person) {
        recorded.computeIfAbsent(subject, none -> new ArrayList<>(1)).add(person);
    }

    private void add(Zone zone) {
        zones.put(zone.id(), zone);
        if (zone.enterprise() != null) {
            zonesByFirm
                    .computeIfAbsent(zone.enterprise(), none -> new ArrayList<>(1))
                    .add(zone);
        }
    }

    private static Zone zone(RegistryEntry entry, Details.Zone zone) {
        return new Zone(
                entry.id(),
                entry.version(),
                zone.name(),
                zone.type(),
                zone.core(),
                zone.enterprise(),
                zone.division(),
                new Ring(zone.boundary()));
    }

    /** The zones at a place. */
    public List<Zone> zonesAt(double longitude, double latitude) {
        return zoneIndex.at(longitude, latitude);
    }

    /** A zone by its code, or null. */
    public Zone zone(String id) {
        return zones.get(id);
    }

    /** The zones that belong to a firm. */
    public List<Zone> zonesOf(String enterprise) {
        return enterprise == null ? List.of() : zonesByFirm.getOrDefault(enterprise, List.of());
    }

    /** Whether a camera watches the traffic of a zone. */
    public boolean isWatched(Zone zone) {
        return watched.contains(zone.id());
    }

    /** An enterprise by its code, or null. */
    public Entry<Details.Enterprise> enterprise(String code) {
        return code == null ? null : enterprises.get(code);
    }

    public Collection<Entry<Details.Enterprise>> enterprises() {
        return enterprises.values();
    }

    /** Registrations of the inspection rounds of a firm, by their code. */
    public List<RegistryEntry> rounds(String enterprise) {
        return rounds.getOrDefault(enterprise, List.of()).stream()
                .sorted(Comparator.comparing(RegistryEntry::id))
                .toList();
    }

    /** The routes that are declared from a generator to a receiver or, where none is, those that were learnt, by their code; either firm may be null. */
    public List<KnownRoute> routes(String generator, String receiver) {
        if (generator == null || receiver == null) {
            return List.of();
        }
        List<KnownRoute> known = routes.getOrDefault(List.of(generator, receiver), List.of());
        boolean declared = known.stream().anyMatch(route -> !route.learnt());
        return known.stream()
                .filter(route -> !declared || !route.learnt())
                .sorted(Comparator.comparing(KnownRoute::id))
                .toList();
    }

    /** A station by its device id, or null. */
    public Entry<Details.Station> station(String device) {
        return stations.get(device);
    }

    /** A camera by its id, or null. */
    public Entry<Details.Camera> camera(String id) {
        return cameras.get(id);
    }

    /** A person by code, or null. */
    public Entry<Details.Person> person(String code) {
        return persons.get(code);
    }

    /** Whether anybody is registered who has a record. */
    public boolean knowsRecords() {
        return !recorded.isEmpty();
    }

    /** The people with a record of dumping to whom a subject is tied, or who it is itself. */
    public List<Entry<Details.Person>> recorded(Subject subject) {
        return recorded.getOrDefault(subject, List.of());
    }

    /** A vehicle by its subject's id, or null. */
    public RegistryEntry vehicle(String plate) {
        return vehicles.get(plate);
    }

    /** Code of the smallest district around a place, or null. */
    public String divisionAt(GeoPoint place) {
        if (place == null) {
            return null;
        }
        return districtIndex.at(place.longitude(), place.latitude()).stream()
                .map(District::code)
                .max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }
}
