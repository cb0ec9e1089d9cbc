package io.sanse.model.detect.recording;

import io.sanse.contract.Nights;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a slice of the preserve's passes holds, read once more from its rows by loops that know nothing of the models. */
final class PreserveTruth {
    private static final Duration TRIP = Duration.ofHours(6);
    private static final Duration TOGETHER = Duration.ofMinutes(5);
    private static final Duration COMPANY = Duration.ofHours(2);
    private static final int LEAST = 3;

    private final GatePasses gates;
    private final List<Observation> passes;
    private final Map<String, List<Observation>> byCar = new TreeMap<>();
    private final Map<String, List<Observation>> byGate = new TreeMap<>();

    PreserveTruth(GatePasses gates, List<Observation> passes) {
        this.gates = gates;
        this.passes = passes;
        for (Observation pass : passes) {
            byCar.computeIfAbsent(car(pass), none -> new ArrayList<>()).add(pass);
            byGate.computeIfAbsent(capture(pass).camera(), none -> new ArrayList<>())
                    .add(pass);
        }
    }

    static Capture capture(Observation pass) {
        return (Capture) pass.payload();
    }

    static String car(Observation pass) {
        return pass.subject().id();
    }

    Instant end() {
        return passes.get(passes.size() - 1).observedAt();
    }

    /** Whether a car passed a gate then. */
    boolean holds(String car, Instant at) {
        return byCar.getOrDefault(car, List.of()).stream()
                .anyMatch(pass -> pass.observedAt().equals(at));
    }

    /** Of each truck how often it went through closed gates at night: passes within six hours of each other are one trip. */
    Map<String, Long> nightTrips() {
        Map<String, Long> trips = new TreeMap<>();
        byCar.forEach((car, own) -> {
            Instant last = Instant.MIN;
            boolean counted = false;
            for (Observation pass : own) {
                if (capture(pass).vehicleClass().endsWith("truck") && isClosed(pass)) {
                    counted &= last.plus(TRIP).compareTo(pass.observedAt()) >= 0;
                    if (!counted && Nights.contains(pass.observedAt().toEpochMilli())) {
                        trips.merge(car, 1L, Long::sum);
                        counted = true;
                    }
                    last = pass.observedAt();
                }
            }
        });
        return trips;
    }

    private boolean isClosed(Observation pass) {
        return gates.isClosed(capture(pass).camera());
    }

    /** Who was inside for longer: from an entrance to the next one, and from the last one to the end of the slice. */
    Set<String> longerInside(Duration limit) {
        Set<String> cars = new TreeSet<>();
        byCar.forEach((car, own) -> {
            Instant in = null;
            for (Observation pass : own) {
                String direction = capture(pass).direction();
                if (direction != null) {
                    if (in != null && Duration.between(in, pass.observedAt()).compareTo(limit) > 0) {
                        cars.add(car);
                    }
                    in = direction.equals("in") ? pass.observedAt() : null;
                }
            }
            if (in != null && Duration.between(in, end()).compareTo(limit) > 0) {
                cars.add(car);
            }
        });
        return cars;
    }

    /** Visitors who went through a closed gate with two others within five minutes, and with the same two through another gate within two hours. */
    Set<String> companiesInside() {
        Set<String> cars = new TreeSet<>();
        for (Observation pass : passes) {
            if (isClosed(pass) && isVisitor(pass)) {
                List<String> others = at(capture(pass).camera(), pass.observedAt(), TOGETHER);
                for (int i = 0; i < others.size(); i++) {
                    for (int j = i + 1; j < others.size(); j++) {
                        Set<String> three = new TreeSet<>(List.of(car(pass), others.get(i), others.get(j)));
                        if (three.size() == LEAST && gatesTogether(three, pass.observedAt()) >= 2) {
                            cars.addAll(three);
                        }
                    }
                }
            }
        }
        return cars;
    }

    private static boolean isVisitor(Observation pass) {
        return !capture(pass).vehicleClass().equals("patrol");
    }

    /** Visitors at a gate in the time until a moment, each once. */
    private List<String> at(String gate, Instant until, Duration before) {
        return byGate.getOrDefault(gate, List.of()).stream()
                .filter(PreserveTruth::isVisitor)
                .filter(pass ->
                        !pass.observedAt().isAfter(until) && !pass.observedAt().isBefore(until.minus(before)))
                .map(PreserveTruth::car)
                .distinct()
                .toList();
    }

    private long gatesTogether(Set<String> group, Instant around) {
        return byGate.keySet().stream()
                .filter(gate -> isTogether(group, gate, around, none -> true))
                .count();
    }

    /** At how many gates a group passed within five minutes of each other in the two hours around a time, and nobody else of the visitors had for two hours. */
    long quietGates(Set<String> group, Instant around) {
        return byGate.keySet().stream()
                .filter(gate -> isTogether(
                        group, gate, around, last -> group.containsAll(at(gate, last.observedAt(), COMPANY))))
                .count();
    }

    private boolean isTogether(Set<String> group, String gate, Instant around, Predicate<Observation> also) {
        return byGate.get(gate).stream()
                .filter(last -> group.contains(car(last)))
                .filter(last ->
                        Duration.between(last.observedAt(), around).abs().compareTo(COMPANY) <= 0)
                .filter(last -> at(gate, last.observedAt(), TOGETHER).stream()
                        .collect(Collectors.toSet())
                        .containsAll(group))
                .anyMatch(also);
    }
}
