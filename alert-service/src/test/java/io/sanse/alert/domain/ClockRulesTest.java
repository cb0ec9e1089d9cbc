package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRulesTest {
    private static final Detections YELLOW = Detections.stop("浙GA0001");
    private static final Detections RED = YELLOW.level(Level.RED);
    private static final Detections BLUE = Detections.silent("浙GA0001");
    private static final Duration JUST = Duration.ofNanos(1000);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "blue acknowledge, BLUE, REMINDED, ACKNOWLEDGE, 24h,   22h",
        "yellow sign, YELLOW, DISPATCHED, SIGN,        60s,   40s",
        "yellow notify, YELLOW, SIGNED, NOTIFY,      180s,  120s",
        "yellow arrive, YELLOW, NOTIFIED, ARRIVE,      600s,  420s",
        "red sign, RED, DISPATCHED, SIGN,        60s,   40s"
    })
    void elapsedClocks(String name, Level level, AlertState in, ClockName clock, String limit, String urge) {
        Instant urgeAt = started(level, in).now().plus(Duration.parse("PT" + urge));
        Instant dueAt = started(level, in).now().plus(Duration.parse("PT" + limit));
        assertEquals(List.of(), fired(level, in, urgeAt.minus(JUST), clock));
        assertEquals(List.of(AlertEventType.CLOCK_URGED), fired(level, in, urgeAt, clock));
        assertEquals(List.of(AlertEventType.CLOCK_URGED), fired(level, in, dueAt.minus(JUST), clock));
        assertEquals(
                List.of(AlertEventType.CLOCK_URGED, AlertEventType.CLOCK_BREACHED), fired(level, in, dueAt, clock));
    }

    private static Life started(Level level, AlertState in) {
        Life life = Life.of((level == Level.BLUE ? BLUE : YELLOW.level(level)).raised());
        return level == Level.YELLOW ? life.walkTo(in) : life;
    }

    private static List<AlertEventType> fired(Level level, AlertState in, Instant at, ClockName clock) {
        Life life = started(level, in).at(at).tick();
        String first = life.alert().departments().isEmpty()
                ? null
                : life.alert().departments().get(0);
        return life.last().steps().stream()
                .filter(step -> step.clock() == clock)
                .filter(step ->
                        step.details() == null || step.details().department().equals(first))
                .map(Step::type)
                .toList();
    }

    @ParameterizedTest(name = "{0} feeds back until {1}, urged at {2}")
    @CsvSource({
        "YELLOW, 2026-03-12T16:00:00Z, 2026-03-12T01:00:00Z",
        "RED,    2026-03-10T16:00:00Z, 2026-03-10T01:00:00Z"
    })
    void feedBackGoesByWorkingDays(Level level, Instant due, Instant urge) {
        Clock clock = started(level, AlertState.DISPATCHED).alert().clocks().stream()
                .filter(one -> one.name() == ClockName.FEED_BACK)
                .findFirst()
                .orElseThrow();
        assertEquals(due, clock.dueAt());
        assertEquals(urge, clock.urgeAt());
    }

    @Test
    void afterDowntimeEverythingFiresOnceInOrderWithItsTrueTime() {
        Life life = Life.of(YELLOW.raised());
        Instant down = Life.START.plusSeconds(10);
        life.outage(down, Life.START.plusSeconds(100))
                .at(Life.START.plusSeconds(100))
                .tick();
        assertEquals(List.of(AlertEventType.CLOCK_URGED, AlertEventType.CLOCK_BREACHED), life.lastTypes());
        Step breach = life.last().steps().get(1);
        assertEquals(Life.START.plusSeconds(60), breach.at());
        assertEquals(Life.START.plusSeconds(100), breach.recordedAt());
        assertEquals(50 + 40, life.alert().clocks().get(0).platformDelayS());
        assertEquals(List.of(), life.tick().lastTypes());
    }

    @Test
    void aBreachInTimeIsNobodysDelay() {
        Life life = Life.of(YELLOW.raised()).pass(Duration.ofSeconds(60));
        assertNull(life.alert().clocks().get(0).platformDelayS());
    }

    @Test
    void whatIsMetInTimeNeverFires() {
        Life life = Life.of(YELLOW.raised()).pass(Duration.ofSeconds(30)).order(CommandType.SIGN);
        life.pass(Duration.ofSeconds(100));
        assertTrue(life.steps().stream().noneMatch(step -> step.clock() == ClockName.SIGN));
    }

    @Test
    void aCommandAfterTheDeadlineFindsItBreachedFirst() {
        Life life = Life.of(YELLOW.raised()).at(Life.START.plusSeconds(61)).order(CommandType.SIGN);
        assertEquals(
                List.of(AlertEventType.CLOCK_URGED, AlertEventType.CLOCK_BREACHED, AlertEventType.SIGNED),
                life.lastTypes());
        Clock sign = life.alert().clocks().get(0);
        assertEquals(Life.START.plusSeconds(60), sign.seen().breachedAt());
        assertEquals(Life.START.plusSeconds(61), sign.stoppedAt());
    }

    @Test
    void anUnansweredBlueGoesToADepartment() {
        Life life = Life.of(BLUE.raised()).pass(Duration.ofHours(24));
        assertEquals(
                List.of(
                        AlertEventType.CLOCK_URGED,
                        AlertEventType.CLOCK_BREACHED,
                        AlertEventType.LEVEL_RAISED,
                        AlertEventType.DISPATCHED),
                life.lastTypes());
        assertEquals("unanswered", life.last().steps().get(2).reason());
        assertEquals(Level.YELLOW, life.alert().level());
        assertEquals(List.of(ClockName.SIGN, ClockName.FEED_BACK), life.running());
    }

    @Test
    void aCommandToWhatHasJustGoneUpIsRefusedAndTheClocksStand() {
        Life life =
                Life.of(BLUE.raised()).at(Life.START.plus(Duration.ofHours(24))).order(CommandType.ACKNOWLEDGE);
        Outcome.Refused refused = (Outcome.Refused) life.last();
        assertEquals(Outcome.Kind.CONFLICT, refused.refusal().kind());
        assertEquals(4, refused.steps().size());
        assertEquals(AlertState.DISPATCHED, life.state());
    }

    @Test
    void unsignedAtTwiceItsClockGoesRed() {
        Life life = Life.of(YELLOW.raised()).pass(Duration.ofSeconds(120).minus(JUST));
        assertEquals(Level.YELLOW, life.alert().level());
        life.pass(JUST);
        assertEquals(List.of(AlertEventType.LEVEL_RAISED, AlertEventType.DISPATCHED), life.lastTypes());
        assertEquals("unsigned", life.last().steps().get(0).reason());
        assertEquals(TestCity.POLICE, life.alert().routing().department());
    }

    @Test
    void notFedBackAtTwiceItsClockGoesRed() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.HANDLED);
        life.at(Instant.parse("2026-03-19T15:59:59Z")).tick();
        assertEquals(Level.YELLOW, life.alert().level());
        life.at(Instant.parse("2026-03-19T16:00:00Z")).tick();
        assertEquals(Level.RED, life.alert().level());
        assertEquals("not-fed-back", life.last().steps().get(0).reason());
        assertEquals(AlertState.HANDLED, life.state());
    }

    @Test
    void signedLateButBeforeTwiceStaysYellow() {
        Life life = Life.of(YELLOW.raised()).pass(Duration.ofSeconds(119)).order(CommandType.SIGN);
        life.pass(Duration.ofSeconds(10));
        assertEquals(Level.YELLOW, life.alert().level());
    }

    @Test
    void aRedOneGoesNoHigher() {
        Life life = Life.of(RED.raised()).pass(Duration.ofDays(60));
        assertEquals(
                0,
                life.types().stream()
                        .filter(AlertEventType.LEVEL_RAISED::equals)
                        .count());
    }

    @Test
    void eachMemberHasItsOwnMinute() {
        Life life = Life.of(RED.raised());
        life.order(CommandType.SIGN, Life.fitting(CommandType.SIGN), Role.DEPARTMENT_OFFICER, TestCity.POLICE);
        life.pass(Duration.ofSeconds(60));
        List<String> breached = life.last().steps().stream()
                .filter(step -> step.type() == AlertEventType.CLOCK_BREACHED)
                .map(step -> step.details().department())
                .toList();
        assertEquals(List.of(TestCity.ECOLOGY, TestCity.ENFORCEMENT), breached);
    }

    @Test
    void aClosedAlertHasNoClocks() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.CLOSED);
        assertEquals(List.of(), life.running());
        assertEquals(List.of(), life.pass(Duration.ofDays(60)).lastTypes());
    }

    @Test
    void onTheWholeRoadEveryClockIsMet() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.CLOSED);
        assertEquals(
                List.of(ClockName.SIGN, ClockName.FEED_BACK, ClockName.NOTIFY, ClockName.ARRIVE, ClockName.REVIEW),
                life.alert().clocks().stream().map(Clock::name).toList());
        assertTrue(life.alert().clocks().stream().noneMatch(Clock::running));
    }
}
