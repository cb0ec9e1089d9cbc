package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three months of passes through the gates of a preserve, with eight known night trips to a dump, one convoy, and one camper who stayed for eight weeks. */
class GatePassesTest {
    private static final Duration LIMIT = Duration.ofDays(30);
    private static final Map<String, List<Detection>> FOUND = new HashMap<>();
    private static final Map<Subject, List<Observation>> TRIPS = new TreeMap<>();

    @BeforeAll
    static void play() {
        GatePasses gates = new GatePasses();
        Replay replay = new Replay(Library.load(), gates.world());
        for (Observation pass : gates.passes()) {
            replay.observe(pass);
            TRIPS.computeIfAbsent(pass.subject(), none -> new java.util.ArrayList<>())
                    .add(pass);
        }
        replay.until(Instant.parse("2015-07-31T17:00:00Z"));
        FOUND.putAll(replay.findings().lastWords().stream().collect(Collectors.groupingBy(Detection::model)));
    }

    private static Set<String> subjects(String model) {
        return FOUND.getOrDefault(model, List.of()).stream()
                .map(word -> word.subject().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void exactlyTheEightNightTripsThroughClosedGates() {
        Set<String> truth = Recorded.rows("data/passes/vast2017_mc1_truth_illegal_trips_2015-05_07.csv").stream()
                .map(row -> row.get("car_id").replace("-", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(8, truth.size());
        assertEquals(truth, subjects("restricted-zone-passage"));
        assertEquals(8, FOUND.get("restricted-zone-passage").size());
        assertTrue(FOUND.get("restricted-zone-passage").stream().allMatch(word -> word.level() == Level.YELLOW));
    }

    @Test
    void theOneConvoyWithItsSixCars() {
        List<Detection> convoys = FOUND.get("convoy");
        assertEquals(1, convoys.size(), convoys::toString);
        assertEquals(Instant.parse("2015-07-10T02:36:22Z"), convoys.get(0).episodeStart());
        assertEquals(6, convoys.get(0).mentions().size());
    }

    @Test
    void theOneCamperWhoStayedLongerThanThirtyDays() {
        Set<String> truth = new TreeSet<>();
        TRIPS.forEach((vehicle, passes) -> {
            if (longestStay(passes).compareTo(LIMIT) > 0) {
                truth.add(vehicle.id());
            }
        });
        assertEquals(Set.of("2015570502575963"), truth);
        assertEquals(truth, subjects("over-stay"));
    }

    /** From an entrance to the next one, and from the last one to the end of the recording. */
    private static Duration longestStay(List<Observation> passes) {
        Duration longest = Duration.ZERO;
        Instant in = null;
        for (Observation pass : passes) {
            String direction = ((Capture) pass.payload()).direction();
            if (direction != null) {
                Duration stay = in == null ? Duration.ZERO : Duration.between(in, pass.observedAt());
                longest = longest.compareTo(stay) < 0 ? stay : longest;
                in = direction.equals("in") ? pass.observedAt() : null;
            }
        }
        Duration open = in == null ? Duration.ZERO : Duration.between(in, Instant.parse("2015-07-31T16:50:00Z"));
        return longest.compareTo(open) < 0 ? open : longest;
    }

    @Test
    void noOtherModelHasAnythingToSay() {
        assertEquals(Set.of("restricted-zone-passage", "convoy", "over-stay"), FOUND.keySet());
    }
}
