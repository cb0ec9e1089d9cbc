package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Months of passes through the gates of a preserve, with known night trips to a dump, convoys, and campers who stayed for weeks. Any slice of the recording will do. */
class GatePassesTest {
    private static final Duration LIMIT = Duration.ofDays(30);

    /**
     * @param name of the slice
     * @param truth what it holds
     * @param found the last words on it, by model
     */
    private record Slice(String name, PreserveTruth truth, Map<String, List<Detection>> found) {
        List<Detection> of(String model) {
            return found.getOrDefault(model, List.of());
        }

        Set<String> vehicles(String model, Level atLeast) {
            return of(model).stream()
                    .filter(word -> word.level().compareTo(atLeast) >= 0)
                    .map(word -> word.subject().id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Slice> SLICES = new ArrayList<>();

    @BeforeAll
    static void play() {
        GatePasses gates = new GatePasses();
        for (Path file : Recordings.files("data/passes", "vast2017_mc1_passes_*.csv*")) {
            List<Observation> passes = gates.passes(file);
            PreserveTruth truth = new PreserveTruth(gates, passes);
            Replay replay = new Replay(Library.load(), gates.world());
            passes.forEach(replay::observe);
            replay.until(truth.end().plus(Duration.ofHours(8)));
            SLICES.add(new Slice(
                    file.getFileName().toString(),
                    truth,
                    replay.findings().lastWords().stream().collect(Collectors.groupingBy(Detection::model))));
        }
    }

    static List<Slice> slices() {
        return SLICES;
    }

    @ParameterizedTest
    @MethodSource("slices")
    void exactlyTheNightTripsOfTrucksThroughClosedGates(Slice slice) {
        Map<String, Long> found = slice.of("restricted-zone-passage").stream()
                .collect(Collectors.groupingBy(word -> word.subject().id(), TreeMap::new, Collectors.counting()));
        assertEquals(slice.truth().nightTrips(), found);
        Set<String> listed = listed(slice);
        if (!listed.isEmpty()) {
            assertEquals(listed, slice.vehicles("restricted-zone-passage", Level.YELLOW));
        }
    }

    /** Of all lists of illegal trips those that the slice holds. */
    private static Set<String> listed(Slice slice) {
        return Recordings.files("data/passes", "vast2017_mc1_truth_illegal_trips_*.csv*").stream()
                .flatMap(file -> Recorded.rows(file).stream())
                .filter(row -> slice.truth().holds(GatePasses.plate(row.get("car_id")), time(row.get("first_pass"))))
                .map(row -> GatePasses.plate(row.get("car_id")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(Nights.ZONE).toInstant();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void everyConvoyIntoAClosedAreaAndNoOther(Slice slice) {
        Set<String> found = slice.of("convoy").stream()
                .filter(word -> word.level() == Level.YELLOW)
                .flatMap(word -> vehicles(word).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(slice.truth().companiesInside(), found);
    }

    @ParameterizedTest
    @MethodSource("slices")
    void elsewhereOnlyThoseWhoWereAloneOnTheRoad(Slice slice) {
        List<String> unfounded = slice.of("convoy").stream()
                .filter(word -> word.level() == Level.BLUE)
                .filter(word -> slice.truth().quietGates(vehicles(word), word.episodeStart()) < 3)
                .map(word -> word.text().en())
                .toList();
        assertEquals(List.of(), unfounded);
    }

    private static Set<String> vehicles(Detection convoy) {
        return convoy.mentions().stream().map(Subject::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void exactlyTheCampersWhoStayedLongerThanThirtyDays(Slice slice) {
        assertEquals(slice.truth().longerInside(LIMIT), slice.vehicles("over-stay", Level.BLUE));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void noOtherModelHasAnythingToSay(Slice slice) {
        Set<String> others = new TreeSet<>(slice.found().keySet());
        others.removeAll(Set.of("restricted-zone-passage", "convoy", "over-stay"));
        assertEquals(Set.of(), others);
    }
}
