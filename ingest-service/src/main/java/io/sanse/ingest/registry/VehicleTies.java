package io.sanse.ingest.registry;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Who owns or drives vehicles, or the firms that carriers are. May be asked from any thread; changed by one at a time. */
final class VehicleTies {
    private final Map<String, Set<Subject>> byPlate = new ConcurrentHashMap<>();
    private final Map<String, Set<Subject>> byFirm = new ConcurrentHashMap<>();

    /** @param before as the person was known until now, or null */
    void put(String code, Details.Person before, Details.Person person) {
        Subject subject = Subject.person(code);
        if (before != null) {
            before.vehicles().forEach(plate -> people(byPlate, plate).remove(subject));
            before.enterprises().forEach(firm -> people(byFirm, firm).remove(subject));
        }
        if (linksVehicles(person)) {
            person.vehicles().forEach(plate -> people(byPlate, plate).add(subject));
            person.enterprises().forEach(firm -> people(byFirm, firm).add(subject));
        }
    }

    /** Who is tied to one thing only ties no vehicles together that the firm itself does not. */
    private static boolean linksVehicles(Details.Person person) {
        return person.vehicles().size() + person.enterprises().size() > 1;
    }

    private static Set<Subject> people(Map<String, Set<Subject>> ties, String id) {
        return ties.computeIfAbsent(id, none -> new ConcurrentSkipListSet<>());
    }

    /**
     * To whom a vehicle is tied, each once.
     *
     * @param carrier enterprise code, or null
     */
    List<Subject> of(String plate, String carrier) {
        Stream<Subject> people = byPlate.getOrDefault(plate, Set.of()).stream();
        if (carrier == null) {
            return people.toList();
        }
        List<Subject> ties = new ArrayList<>(List.of(Subject.enterprise(carrier)));
        Stream.concat(people, byFirm.getOrDefault(carrier, Set.of()).stream())
                .distinct()
                .forEach(ties::add);
        return ties;
    }
}
