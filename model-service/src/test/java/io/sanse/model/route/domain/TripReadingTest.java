package io.sanse.model.route.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.route.domain.Lesson.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a closed manifest teaches of the way from firm to firm. */
class TripReadingTest {
    private static final Instant START = Instant.parse("2026-03-05T01:00:00Z");
    private static final Instant END = START.plusSeconds(86_400);
    private static final LearningRules RULES = LearningRules.of(Library.routeLearning());

    private final World world = World.of(Haul.registry());

    private record Row(String name, Haul haul, List<Reason> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, Haul haul, Reason... expected) {
        return new Row(name, haul, List.of(expected));
    }

    private static Haul haul() {
        return new Haul("浙GA0001", START);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("from gate to gate", haul().trip("M1", 0, 0, 0, 10_000, 0), Reason.TAUGHT),
                row("by way of the pit", haul().trip("M1", 0, 0, 0, 5_000, 3_000, 10_000, 0), Reason.TAUGHT),
                row(
                        "a stop at the pit",
                        haul().step("M1", Step.PICKED_UP, 0)
                                .drive(0, 30, 0, 0, 5_000, 3_000)
                                .report(1_830, 5_000, 3_000)
                                .drive(1_860, 30, 5_000, 3_000, 10_000, 0)
                                .step("M1", Step.RECEIVED, 3_700),
                        Reason.SENSITIVE_ZONE),
                row("five minutes without a report", hole(300), Reason.TAUGHT),
                row("a second less", hole(299), Reason.TAUGHT),
                row("a second more", hole(301), Reason.HOLE),
                row("a jump on the way", haul().trip("M1", 0, 0, 0, 10_000, 0).report(1_830, 90_000, 0), Reason.TAUGHT),
                row("not to the receiver", haul().trip("M1", 0, 0, 0, 9_000, 0), Reason.NOT_FROM_GATE_TO_GATE),
                row("not from the generator", haul().trip("M1", 0, 1_000, 0, 10_000, 0), Reason.NOT_FROM_GATE_TO_GATE),
                row("voided", haul().trip("M1", 0, 0, 0, 10_000, 0).step("M1", Step.VOIDED, 5_000)),
                row("not received yet", haul().step("M1", Step.PICKED_UP, 0).drive(0, 60, 0, 0, 10_000, 0)),
                row("never picked up", haul().drive(0, 60, 0, 0, 10_000, 0).step("M1", Step.RECEIVED, 3_600)),
                row("eighteen hours", received(64_800), Reason.TAUGHT),
                row("eighteen hours and a second", received(64_801), Reason.TOO_LONG),
                row("received as the span ends", received(86_400)),
                row(
                        "two trips",
                        haul().trip("M1", 0, 0, 0, 10_000, 0).trip("M2", 10_000, 0, 0, 10_000, 0),
                        Reason.TAUGHT,
                        Reason.TAUGHT));
    }

    private static Haul hole(int seconds) {
        return haul().step("M1", Step.PICKED_UP, 0)
                .report(0, 0, 0)
                .drive(60, 10, 500, 0, 5_000, 0)
                .drive(660 + seconds, 10, 6_000, 0, 10_000, 0)
                .step("M1", Step.RECEIVED, 2_000);
    }

    private static Haul received(int second) {
        return haul().step("M1", Step.PICKED_UP, 0)
                .drive(0, 60, 0, 0, 10_000, 0)
                .step("M1", Step.RECEIVED, second);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void teaches(Row row) {
        assertEquals(row.expected(), reasons(row.haul().seen()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whateverTheOrderAndHoweverOften(Row row) {
        List<Observation> shuffled = new ArrayList<>(row.haul().seen());
        shuffled.addAll(row.haul().seen());
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(lessons(row.haul().seen()), lessons(shuffled));
    }

    @Test
    void aFirmWhosePremisesAreNotKnownTeachesNothing() {
        World strange = World.of(Haul.registry().subList(0, 3));
        List<Observation> seen = haul().trip("M1", 0, 0, 0, 10_000, 0).seen();
        assertEquals(
                Reason.FIRM_UNKNOWN,
                new TripReading(strange, RULES, seen)
                        .received(START, END)
                        .get(0)
                        .reason());
    }

    @Test
    void aStraightWayIsToldByItsEnds() {
        ClosedTrip trip = lessons(
                        haul().trip("M1", 0, 0, 0, 5_000, 3_000, 10_000, 0).seen())
                .get(0)
                .trip();
        assertEquals(new Pair("F1", "R1"), trip.pair());
        assertEquals("浙GA0001", trip.vehicle());
        assertEquals(3, trip.path().size(), trip.path()::toString);
        assertTrue(trip.path().get(1).distanceM(Haul.at(5_000, 3_000)) < 1);
    }

    private List<Reason> reasons(List<Observation> seen) {
        return lessons(seen).stream().map(Lesson::reason).toList();
    }

    private List<Lesson> lessons(List<Observation> seen) {
        return new TripReading(world, RULES, seen).received(START, END);
    }
}
