package io.sanse.standalone.night;

import static io.sanse.standalone.city.PlaceKind.CORE_PIT;
import static io.sanse.standalone.city.PlaceKind.PIT;
import static io.sanse.standalone.city.PlaceKind.RIVER_BANK;
import static io.sanse.standalone.city.PlaceKind.SENSITIVE;
import static io.sanse.standalone.city.PlaceKind.WOODLAND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.place.Ring;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.Fleet;
import io.sanse.standalone.city.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Night NIGHT = new Night(LocalDate.parse("2026-03-12"));

    private final City city = new City();
    private final Script script = Script.of(city, NIGHT, 1);

    @Test
    void theLastNightIsOver() {
        assertEquals(NIGHT, Night.last(Instant.parse("2026-03-12T22:00:00Z")));
        assertEquals(NIGHT, Night.last(Instant.parse("2026-03-13T21:59:59Z")));
        assertEquals(
                "2026-03-13",
                Night.last(Instant.parse("2026-03-13T22:00:00Z")).evening().toString());
    }

    @Test
    void theSameNightIsTheSameScript() {
        assertEquals(script, Script.of(new City(), NIGHT, 1));
        assertFalse(script.events().equals(Script.of(city, NIGHT, 2).events()));
    }

    @Test
    void everyModelHasItsIncidentsAndThereAreTraps() {
        Set<String> models = new HashSet<>();
        script.truth().expected().forEach(expectation -> models.add(expectation.model()));
        assertTrue(models.size() >= 6, models.toString());
        assertTrue(script.truth().expected().size() >= 12);
        assertTrue(script.truth().traps().size() >= 10);
    }

    @Test
    void aboutAThousandTrucksSendATrackableNumberOfFixes() {
        Set<String> trucks = new HashSet<>();
        int fixes = 0;
        for (Event event : script.events()) {
            if (event instanceof Event.Transmission transmission) {
                trucks.add(transmission.truck().plate());
                fixes += transmission.fixes().size();
            }
        }
        assertEquals(Fleet.SIZE, trucks.size());
        assertTrue(
                fixes > 120_000 && fixes < 260_000,
                fixes + " fixes, " + script.events().size() + " events");
    }

    @Test
    void whatIsSentHasHappened() {
        for (Event event : script.events()) {
            Instant observedAt = newest(event);
            assertFalse(observedAt.isAfter(event.at()), event::toString);
            assertTrue(event.at().isBefore(NIGHT.end().plus(Duration.ofHours(1))), event::toString);
        }
    }

    @Test
    void subjectsOfIncidentsComeBackAfterThirtyTwoNightsAtTheEarliest() {
        Map<Subject, Long> seen = new HashMap<>();
        for (long night = NIGHT.number(); night < NIGHT.number() + 64; night++) {
            for (Expectation expectation : truth(night).expected()) {
                Long last = seen.put(expectation.subject(), night);
                assertTrue(last == null || last == night || night - last >= 32, expectation::toString);
            }
        }
    }

    @Test
    void noTrapIsAnIncident() {
        List<Subject> incidents = new ArrayList<>();
        script.truth().expected().forEach(expectation -> incidents.add(expectation.subject()));
        script.truth()
                .traps()
                .forEach(trap -> assertTrue(trap.subjects().stream().noneMatch(incidents::contains), trap.story()));
    }

    /** Two of them would rightly be red. */
    @Test
    void noTwoTrucksOfOneFirmStandInOneSensitiveZoneInOneNight() {
        Map<Place, Ring> zones = new HashMap<>();
        List.of(CORE_PIT, PIT, RIVER_BANK, WOODLAND, SENSITIVE)
                .forEach(kind -> city.places(kind).forEach(place -> zones.put(place, new Ring(place.boundary()))));
        for (long night = NIGHT.number(); night < NIGHT.number() + 32; night++) {
            Draft draft = Script.incidents(city, new Night(LocalDate.ofEpochDay(night)), 1);
            Map<String, Set<String>> standing = new HashMap<>();
            for (Event event : draft.events()) {
                if (event instanceof Event.Transmission sent && stands(sent)) {
                    GeoPoint point = sent.fixes().get(0).point();
                    zones.forEach((place, ring) -> {
                        if (ring.contains(point.longitude(), point.latitude())) {
                            standing.computeIfAbsent(
                                            place.code() + sent.truck().depot().code(), none -> new HashSet<>())
                                    .add(sent.truck().plate());
                        }
                    });
                }
            }
            assertFalse(standing.isEmpty());
            standing.forEach((where, trucks) -> assertEquals(1, trucks.size(), where + trucks));
        }
    }

    private static boolean stands(Event.Transmission sent) {
        Fix first = sent.fixes().get(0);
        return first.speedKmh() <= 10 && Nights.contains(first.observedAt().toEpochMilli());
    }

    private Truth truth(long night) {
        return Script.incidents(city, new Night(LocalDate.ofEpochDay(night)), 1).truth();
    }

    private static Instant newest(Event event) {
        if (event instanceof Event.Transmission transmission) {
            return transmission.fixes().get(transmission.fixes().size() - 1).observedAt();
        }
        return event instanceof Event.Upload upload ? upload.observedAt() : ((Event.Measurement) event).dataTime();
    }
}
