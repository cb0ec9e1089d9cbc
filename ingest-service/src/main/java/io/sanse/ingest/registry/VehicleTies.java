package io.sanse.ingest.registry;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who owns or drives vehicles, or the firms that carriers are. Those alone count who tie vehicles together that no firm does: of a driver all of whose vehicles are his employer's the firm hears. One thread at a time: a change
 * takes several steps, and who asked between them would hear of a state that never was.
 */
final class VehicleTies {
    private final Map<String, Set<Subject>> byPlate = new HashMap<>();
    private final Map<String, Set<Subject>> byFirm = new HashMap<>();
    private final Map<String, Details.Person> people = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, String> carriers = new HashMap<>();

    void put(String code, Details.Person person) {
        Details.Person before = people.put(code, person);
        if (before != null) {
            untie(Subject.person(code), before);
            before.vehicles().forEach(plate -> named.get(plate).remove(code));
        }
        person.vehicles().forEach(plate -> named.computeIfAbsent(plate, none -> new HashSet<>())
                .add(code));
        tie(code);
    }

    /** @param carrier enterprise code, or null */
    void put(String plate, String carrier) {
        carriers.put(plate, carrier);
        named.getOrDefault(plate, Set.of()).forEach(this::tie);
    }

    private void tie(String code) {
        Subject subject = Subject.person(code);
        Details.Person person = people.get(code);
        if (linksVehicles(person)) {
            person.vehicles().forEach(plate -> subjects(byPlate, plate).add(subject));
            person.enterprises().forEach(firm -> subjects(byFirm, firm).add(subject));
        } else {
            untie(subject, person);
        }
    }

    private void untie(Subject subject, Details.Person person) {
        person.vehicles().forEach(plate -> subjects(byPlate, plate).remove(subject));
        person.enterprises().forEach(firm -> subjects(byFirm, firm).remove(subject));
    }

    /** Who is tied to one thing only ties nothing together; of vehicles of a single firm the firm hears. */
    private boolean linksVehicles(Details.Person person) {
        Set<String> firms = new HashSet<>(person.enterprises());
        person.vehicles().forEach(plate -> firms.add(carriers.get(plate)));
        return person.vehicles().size() + person.enterprises().size() > 1 && (firms.size() > 1 || firms.contains(null));
    }

    private static Set<Subject> subjects(Map<String, Set<Subject>> ties, String id) {
        return ties.computeIfAbsent(id, none -> new TreeSet<>());
    }

    /**
     * To whom a vehicle is tied, each once: the carrier, then people by code.
     *
     * @param carrier enterprise code, or null
     * @param most how many are asked for
     */
    List<Subject> of(String plate, String carrier, int most) {
        Stream<Subject> own = byPlate.getOrDefault(plate, Set.of()).stream().limit(most);
        if (carrier == null) {
            return own.toList();
        }
        List<Subject> ties = new ArrayList<>(List.of(Subject.enterprise(carrier)));
        Stream<Subject> owners = byFirm.getOrDefault(carrier, Set.of()).stream().limit(most);
        Stream.concat(own, owners).distinct().sorted().limit(most - 1).forEach(ties::add);
        return ties;
    }
}
