package io.sanse.model.detect.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.WorkingCalendar;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of nights in which more is seen than fits, and for how long. */
class NightBookTest {
    private static final Subject OWNER = Subject.person("P1");
    private static final Instant NIGHT = Instant.parse("2026-03-05T18:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-03-06T14:00:00Z");
    private static final long DAWN = Instant.parse("2026-03-05T22:00:00Z").toEpochMilli();
    private static final long NEXT_DAWN = Instant.parse("2026-03-06T22:00:00Z").toEpochMilli();

    private static final List<Undecided> TOO_MANY = List.of(new Undecided(DAWN, "too-many-reports"));

    private static Observation at(Instant at, String plate, Double speed) {
        return at(at, plate, speed, 120.01);
    }

    private static Observation at(Instant at, String plate, Double speed, double longitude) {
        Position position = new Position(speed, 0, null, null, null, true, false, false);
        Subject truck = Subject.vehicle(plate);
        return new Observation(
                ObservationId.of(Kind.POSITION, plate, at, position.toString()),
                new Source("gps", "test", plate),
                OWNER,
                List.of(truck),
                at,
                at,
                new GeoPoint(longitude, 28.9),
                position);
    }

    /** Some minutes of so many trucks, each of which is seen in each. */
    private static List<Observation> seen(Instant from, int trucks, int minutes) {
        List<Observation> told = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            for (int truck = 0; truck < trucks; truck++) {
                told.add(at(from.plusSeconds(minute * 60L + truck % 50), "V" + truck, minute % 3 * 12.0));
            }
        }
        return told;
    }

    private static NightBook book(List<Observation> told) {
        NightBook book = NightBook.NONE;
        for (Observation one : told) {
            book = book.with(one);
        }
        return book;
    }

    /** What the model cannot judge of what one person was told. */
    private static List<Undecided> undecided(List<Observation> told) {
        Model model = Library.load().models().stream()
                .filter(one -> one.id().equals("person-linked-vehicles"))
                .findFirst()
                .orElseThrow();
        Facts facts = PersonFacts.NONE;
        for (Observation one : told) {
            facts = facts.with(one);
        }
        Question.Surroundings surroundings = new Question.Surroundings(
                World.EMPTY, new Clocks(Map.of(), Clocks.NEVER), new WorkingCalendar(1, Nights.ZONE, List.of()));
        Question question = new Question(OWNER, facts, Question.Sight.NONE, surroundings, model.parameters());
        return model.operator().series(question).stream()
                .flatMap(series -> series.undecided().stream())
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void anyOrderKeepsTheSame(long seed) {
        List<Observation> told = seen(NIGHT, 20, 10);
        told.addAll(seen(NEXT, 70, 15));
        NightBook book = book(told).recent();
        assertEquals(NightBook.MOST_SEEN, book.seen().size());
        assertEquals(List.of(DAWN + 1, NEXT_DAWN), List.of(book.settled(), book.lost()));
        Collections.shuffle(told, new Random(seed));
        assertEquals(book, book(told).recent());
        NightBook again = book;
        for (Observation one : told.subList(0, 100)) {
            again = again.with(one);
        }
        assertSame(book, again);
    }

    @Test
    void ofANightThatIsTooMuchEachVehicleKeepsAsMuch() {
        NightBook book = book(seen(NEXT, 100, 11));
        Map<String, Long> counts =
                book.seen().stream().collect(Collectors.groupingBy(Seen::plate, Collectors.counting()));
        assertEquals(100, counts.size());
        counts.forEach((plate, count) -> assertEquals(10, count, plate));
    }

    @Test
    void theOldestNightIsGivenUpWholeWhenTheNextDoesNotFit() {
        List<Observation> told = seen(NIGHT, 50, 10);
        told.addAll(seen(NEXT, 50, 10));
        NightBook full = book(told);
        assertEquals(List.of(1_000, 0L), List.of(full.seen().size(), full.lost()));
        NightBook more = full.with(at(NEXT.plusSeconds(3_600), "V1", 0.0));
        assertEquals(1_001, more.seen().size(), "what was said of them is settled first");
        assertEquals(DAWN + 1, more.horizon());
        assertEquals(DAWN, more.lost());
        assertEquals(List.of(), undecided(told));
        told.add(at(NEXT.plusSeconds(3_600), "V1", 0.0));
        assertEquals(TOO_MANY, undecided(told));
        told.add(at(Instant.ofEpochMilli(DAWN + NightBook.LATENESS_MS - 1), "V1", 0.0));
        assertEquals(TOO_MANY, undecided(told));
        told.add(at(Instant.ofEpochMilli(NEXT_DAWN).plusSeconds(16 * 3_600), "V1", 0.0));
        assertEquals(List.of(), undecided(told), "settled long ago");
        assertEquals(501, more.recent().seen().size());
        assertTrue(more.recent().seen().stream().allMatch(one -> Nights.endOf(one.at()) == NEXT_DAWN));
    }

    @ParameterizedTest(name = "{0} km/h: {1}")
    @CsvSource({"0, 1", "10, 1", "30, 1", "30.1, 0", ", 1"})
    void whoPassesIsNotKept(Double speed, int kept) {
        assertEquals(kept, NightBook.NONE.with(at(NIGHT, "V1", speed)).seen().size());
    }

    @Test
    void whoStandsComesBeforeWhoMovesInAMinuteAndInAnHour() {
        List<Observation> told = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            told.add(at(NIGHT.plusSeconds(minute * 60), "V1", 10.1));
        }
        for (int minute = 40; minute < 50; minute++) {
            told.add(at(NIGHT.plusSeconds(minute * 60 + 30), "V1", 10.0));
        }
        List<Seen> seen = book(told).seen();
        assertEquals(20, seen.size());
        assertEquals(
                10,
                seen.stream()
                        .filter(one -> one.fix().position().speedKmh() <= 10)
                        .count());
        assertEquals(
                NIGHT.plusSeconds(40 * 60 + 30).toEpochMilli(), seen.get(10).at());
    }

    @Test
    void whoStoodElsewhereBeforeHidesNothingOfTheSameHour() {
        List<Observation> told = new ArrayList<>();
        for (int minute = 0; minute < 55; minute++) {
            told.add(at(NIGHT.plusSeconds(minute * 60), "V1", 0.0, minute < 25 ? 120.01 : 120.03));
        }
        Map<String, Long> counts =
                book(told).seen().stream().collect(Collectors.groupingBy(Seen::square, Collectors.counting()));
        assertEquals(List.of(20L, 20L), List.copyOf(counts.values()));
    }

    @Test
    void whoSleepsAllNightDoesNotHideWhoComesElsewhere() {
        List<Observation> told = seen(NEXT, 10, 7 * 60);
        for (int minute = 0; minute < 6; minute++) {
            told.add(at(NEXT.plusSeconds(6 * 3_600 + minute * 60L), "V1", 0.0, 120.03));
        }
        NightBook book = book(told);
        assertEquals(NightBook.MOST_SEEN, book.seen().size());
        assertEquals(
                6,
                book.seen().stream()
                        .filter(one -> one.location().longitude() == 120.03)
                        .count());
    }

    @Test
    void wherePeoplesVehiclesWereIsForgottenADayAfterTheNight() {
        Facts facts = PersonFacts.NONE.with(at(NIGHT, "V1", 0.0));
        assertEquals(new Wake("gps", Hand.RUNNING, DAWN + 25 * 3_600_000L), facts.expiry());
        Facts expired = facts.expired();
        assertNull(expired.expiry());
        PersonFacts left = (PersonFacts) expired.forget(Long.MAX_VALUE);
        assertEquals(List.of(), left.nights().seen());
        assertFalse(left.knowsNothing(), "that the night is settled");
        assertSame(left, left.with(at(NIGHT.plusSeconds(60), "V1", 0.0)), "too late");
        assertNull(PersonFacts.NONE.expiry());
    }

    private static Observation step(Instant at, String number, ManifestStep.Step step) {
        return Overgrown.told(
                OWNER, at, new ManifestStep(number, step, null, null, null, "V1", null, null, null, null, null, null));
    }

    @Test
    void ofTooManyManifestsThoseGoFirstThatWereClosedFirst() {
        int most = NightBook.MOST_COVERS;
        NightBook book = NightBook.NONE
                .with(step(NIGHT.minusSeconds(86_400), "open", ManifestStep.Step.FILED))
                .with(step(NIGHT.minusSeconds(3_600), "closed first", ManifestStep.Step.RECEIVED))
                .with(step(NIGHT.minusSeconds(1_800), "closed next", ManifestStep.Step.RECEIVED));
        for (int number = 3; number < most; number++) {
            book = book.with(step(NIGHT.plusSeconds(number), "M" + number, ManifestStep.Step.FILED));
        }
        assertSame(book, book.trimmed(new Trim()));
        NightBook more = book.with(step(NIGHT.minusSeconds(60), "one more", ManifestStep.Step.FILED));
        Trim trim = new Trim();
        List<String> kept =
                more.trimmed(trim).covers().stream().map(Cover::number).toList();
        assertEquals(Map.of("cover", 1), trim.cut());
        assertEquals(most, kept.size());
        assertEquals("closed next", kept.get(most - 1));
        assertEquals("open", kept.get(most - 2));
    }
}
