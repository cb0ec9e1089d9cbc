package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.ingest.Observations;
import io.sanse.ingest.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes to which changes of the registry come at different moments, in different orders, and not all versions to both. */
class TwoNodesTest {
    private static final Instant NIGHT = Instant.parse("2026-03-05T16:00:00Z");
    private static final int PARTITIONS = 8;
    private static final int THINGS = 5;
    private static final int CHANGES = 60;
    private static final int ROUNDS = 300;

    private static final class Node {
        private final RegistrySnapshot registry = new RegistrySnapshot();
        private final SubjectNaming naming = new SubjectNaming(
                PARTITIONS,
                new StationLinks(registry::comparedBy, registry::siteOf),
                new TiedSubjects(registry::tiesOf, registry::isSensitive, plate -> {}));

        void hear(List<RegistryEntry> entries) {
            entries.forEach(registry::put);
        }

        List<PlacedObservation> tells(Observation observation) {
            return naming.place(observation);
        }
    }

    private final Map<String, Long> versions = new HashMap<>();

    @Test
    void oneThatHasNotHeardTellsThoseOfBeforeAndWhatIsSentAgainReachesThoseOfNow() {
        Node early = new Node();
        Node late = new Node();
        List<RegistryEntry> pit = List.of(entry("Z1", zone("pit")));
        early.hear(pit);
        late.hear(pit);
        List<RegistryEntry> tie =
                List.of(entry("V1", vehicle("C1")), entry("P1", person(Set.of("V1", "V2"), Set.of())));
        early.hear(tie);
        Observation position = position("V1");
        List<PlacedObservation> now = early.tells(position);
        assertEquals(List.of(Subject.vehicle("V1"), Subject.enterprise("C1"), Subject.person("P1")), told(now));
        assertEquals(List.of(Subject.vehicle("V1")), told(late.tells(position)));
        late.hear(tie);
        assertEquals(now, late.tells(position));
        assertEquals(Set.of(position.id()), ids(now), "whoever was told before knows it for the same");
    }

    @Test
    void bothTellTheSameOnceBothHaveHeard() {
        Set<Integer> copies = new HashSet<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            versions.clear();
            List<RegistryEntry> history = history(random);
            Node first = new Node();
            Node second = new Node();
            first.hear(history);
            second.hear(otherwise(history, random));
            for (Observation observation : observations()) {
                List<PlacedObservation> told = first.tells(observation);
                assertEquals(told, second.tells(observation), "seed " + seed);
                copies.add(told.size());
            }
        }
        assertTrue(copies.containsAll(Set.of(1, 2, 3, 4)), copies::toString);
    }

    /** The newest version of each and some of the others, some of them twice, in any order. */
    private List<RegistryEntry> otherwise(List<RegistryEntry> history, Random random) {
        List<RegistryEntry> heard = new ArrayList<>(history);
        heard.removeIf(entry -> entry.version() < versions.get(entry.id()) && random.nextBoolean());
        heard.addAll(heard.subList(0, heard.size() / 2));
        Collections.shuffle(heard, random);
        return heard;
    }

    private List<RegistryEntry> history(Random random) {
        return IntStream.range(0, CHANGES).mapToObj(i -> change(random)).toList();
    }

    private RegistryEntry change(Random random) {
        int number = random.nextInt(THINGS);
        return switch (random.nextInt(4)) {
            case 0 -> entry("V" + number, vehicle(random.nextBoolean() ? "C" + random.nextInt(2) : null));
            case 1 -> entry("P" + number, person(some("V", random), some("C", random)));
            case 2 -> entry("S" + number, station(some("S", random)));
            default -> entry("Z1", zone(random.nextInt(4) == 0 ? "restricted" : "pit"));
        };
    }

    private static Set<String> some(String kind, Random random) {
        Set<String> some = new HashSet<>();
        random.ints(random.nextInt(3), 0, THINGS).forEach(number -> some.add(kind + number));
        return some;
    }

    private RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, versions.merge(id, 1L, Long::sum), NIGHT, details);
    }

    private static Details vehicle(String carrier) {
        return new Details.Vehicle("yellow", "dump-truck", carrier, null, null, null, "gps-east");
    }

    private static Details person(Set<String> plates, Set<String> firms) {
        return new Details.Person(List.of(), plates, firms, false);
    }

    private static Details station(Set<String> neighbours) {
        return new Details.Station(
                new LocalizedText("站", "station"),
                "123456",
                "air-net",
                "330784",
                new GeoPoint(120, 29),
                neighbours.stream().sorted().toList(),
                Map.of(),
                "HJ212");
    }

    private static Details zone(String type) {
        List<GeoPoint> square = List.of(
                new GeoPoint(120, 28.8), new GeoPoint(120.1, 28.8), new GeoPoint(120.1, 28.9), new GeoPoint(120, 28.9));
        return new Details.Zone(new LocalizedText("坑", "pit"), type, false, null, "330784", square);
    }

    private static List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        for (int number = 0; number < THINGS; number++) {
            all.add(position("V" + number));
            all.add(Observations.reading("S" + number, NIGHT));
        }
        return all;
    }

    private static Observation position(String plate) {
        return Observations.position(plate, NIGHT);
    }

    private static List<Subject> told(List<PlacedObservation> copies) {
        return copies.stream().map(copy -> copy.observation().subject()).toList();
    }

    private static Set<Object> ids(List<PlacedObservation> copies) {
        Set<Object> ids = new HashSet<>();
        copies.forEach(copy -> ids.add(copy.observation().id()));
        return ids;
    }
}
