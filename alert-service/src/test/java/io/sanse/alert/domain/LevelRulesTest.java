package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Aggravation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LevelRulesTest {
    private static final Detections YELLOW = Detections.stop("浙GA0001");
    private static final Detections BLUE = Detections.silent("浙GA0001");

    static Stream<Arguments> raised() {
        return Stream.of(
                Arguments.of("a blue one alone", BLUE, history(0, 0, false), Level.BLUE, null),
                Arguments.of("a second blue", BLUE, history(1, 0, false), Level.BLUE, null),
                Arguments.of("a third blue", BLUE, history(2, 0, false), Level.YELLOW, "repeated-blue"),
                Arguments.of(
                        "a blue beside a graver one", BLUE, history(0, 1, true), Level.YELLOW, "graver-on-subject"),
                Arguments.of("a blue after a graver one that is closed", BLUE, history(0, 1, false), Level.BLUE, null),
                Arguments.of("a heavy blue stays blue", BLUE.tonnes(50.0), history(0, 0, false), Level.BLUE, null),
                Arguments.of("a yellow one alone", YELLOW, history(2, 0, false), Level.YELLOW, null),
                Arguments.of("a second yellow", YELLOW, history(0, 1, false), Level.RED, "repeated-yellow"),
                Arguments.of("just below 3 t", YELLOW.tonnes(2.999), history(0, 0, false), Level.YELLOW, null),
                Arguments.of("3 t", YELLOW.tonnes(3.0), history(0, 0, false), Level.RED, "large-quantity"),
                Arguments.of("above 3 t", YELLOW.tonnes(3.001), history(0, 0, false), Level.RED, "large-quantity"),
                aggravated(Aggravation.HAZARDOUS_WASTE, Level.RED),
                aggravated(Aggravation.LARGE_QUANTITY, Level.RED),
                aggravated(Aggravation.CROSS_COUNTY, Level.RED),
                aggravated(Aggravation.SENSITIVE_ZONE, Level.RED),
                aggravated(Aggravation.RECORD, Level.RED),
                aggravated(Aggravation.NIGHT, Level.YELLOW),
                Arguments.of("a red one", YELLOW.level(Level.RED), history(0, 0, false), Level.RED, null),
                Arguments.of(
                        "said twice, counted once",
                        YELLOW.tonnes(5.0).with(Aggravation.LARGE_QUANTITY, Aggravation.RECORD),
                        history(0, 0, false),
                        Level.RED,
                        "large-quantity, record"));
    }

    private static Arguments aggravated(Aggravation fact, Level level) {
        String reason = level == Level.RED ? fact.text() : null;
        return Arguments.of("yellow with " + fact.text(), YELLOW.with(fact), history(0, 0, false), level, reason);
    }

    private static Input.History history(int blues, int graver, boolean open) {
        return new Input.History(blues, graver, open);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void raised(String name, Detections detection, Input.History history, Level level, String reason) {
        Life life = Life.of(detection.raised(), history);
        assertEquals(level, life.alert().level());
        assertEquals(reason, life.steps().get(0).reason());
        AlertEventType second = level == Level.BLUE ? AlertEventType.REMINDED : AlertEventType.DISPATCHED;
        assertEquals(List.of(AlertEventType.RAISED, second), life.types());
    }

    @Test
    void theModelSeesItGraverThanBefore() {
        Life life = Life.of(BLUE.raised())
                .detect(BLUE.revision(2).level(Level.YELLOW).amended());
        assertEquals(List.of(AlertEventType.LEVEL_RAISED, AlertEventType.DISPATCHED), life.lastTypes());
        assertEquals("model", life.last().steps().get(0).reason());
        assertEquals(AlertState.DISPATCHED, life.state());
        assertEquals(List.of(ClockName.SIGN, ClockName.FEED_BACK), life.running());
        assertEquals(2, life.alert().facts().detections());
    }

    @Test
    void whatTheModelTakesBackStaysRaised() {
        Life life = Life.of(YELLOW.raised())
                .detect(YELLOW.revision(2).level(Level.BLUE).amended());
        assertEquals(List.of(AlertEventType.EXTENDED), life.lastTypes());
        assertEquals(Level.YELLOW, life.alert().level());
    }

    @Test
    void aGraverAlertOnTheSubjectLiftsAnOpenBlueOne() {
        Life life = Life.of(BLUE.raised()).input(new Input.GraverOnSubject());
        assertEquals(Level.YELLOW, life.alert().level());
        assertEquals("graver-on-subject", life.last().steps().get(0).reason());
        assertEquals(List.of(), life.input(new Input.GraverOnSubject()).lastTypes());
    }

    @Test
    void aClosedBlueOneIsLeftAlone() {
        Life life = Life.of(BLUE.raised())
                .order(CommandType.ACKNOWLEDGE)
                .order(CommandType.CLOSE)
                .input(new Input.GraverOnSubject());
        assertEquals(List.of(), life.lastTypes());
    }

    @Test
    void goingUpOnTheWayCallsEverybodyAnew() {
        Life life = Life.of(YELLOW.raised())
                .walkTo(AlertState.NOTIFIED)
                .detect(YELLOW.revision(2).tonnes(4.0).amended());
        assertEquals(List.of(AlertEventType.LEVEL_RAISED, AlertEventType.DISPATCHED), life.lastTypes());
        assertEquals(AlertState.DISPATCHED, life.state());
        assertEquals(TestCity.POLICE, life.alert().routing().department());
        assertEquals(
                List.of(TestCity.ECOLOGY, TestCity.ENFORCEMENT),
                life.alert().routing().members());
        assertEquals(List.of(ClockName.SIGN, ClockName.SIGN, ClockName.SIGN, ClockName.FEED_BACK), life.running());
    }

    @Test
    void goingUpOnTheSceneDoesNotSendAnybodyBack() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.ON_SCENE);
        life.order(CommandType.VERIFY, Life.outcome("confirmed", 3.0));
        assertEquals(
                List.of(AlertEventType.VERIFIED, AlertEventType.LEVEL_RAISED, AlertEventType.DISPATCHED),
                life.lastTypes());
        assertEquals(AlertState.VERIFIED, life.state());
        assertEquals(Level.RED, life.alert().level());
        assertEquals("confirmed", life.alert().task().verdict());
    }

    @Test
    void whatTheOfficersDoNotConfirmIsNotHeavy() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.ON_SCENE);
        life.order(CommandType.VERIFY, Life.outcome("unfounded", 3.0));
        assertEquals(Level.YELLOW, life.alert().level());
    }

    @Test
    void goingUpAfterTheFeedbackAsksTheOthersForTheirs() {
        Life life = Life.of(YELLOW.raised())
                .walkTo(AlertState.REVIEWED)
                .detect(YELLOW.revision(2).level(Level.RED).amended());
        assertEquals(AlertState.HANDLED, life.state());
        assertEquals(3, Roads.unsigned(life.alert()).size());
    }

    @Test
    void goingUpReopensWhatWasClosed() {
        Life life = Life.of(BLUE.raised())
                .order(CommandType.ACKNOWLEDGE)
                .order(CommandType.CLOSE)
                .detect(BLUE.revision(2).level(Level.YELLOW).amended());
        assertEquals(
                List.of(AlertEventType.LEVEL_RAISED, AlertEventType.REOPENED, AlertEventType.DISPATCHED),
                life.lastTypes());
        assertEquals(AlertState.DISPATCHED, life.state());
        assertNull(life.alert().closedAt());
    }

    @Test
    void withoutAnybodyKnownItWaitsForAPersonOrTheRegistry() {
        Life life = Life.of(BLUE.raised())
                .route(TestCity.router(List.of()))
                .detect(BLUE.revision(2).level(Level.YELLOW).amended());
        assertEquals(List.of(AlertEventType.LEVEL_RAISED), life.lastTypes());
        assertEquals(AlertState.OPEN, life.state());
        assertEquals(List.of(), life.running());
        assertEquals(List.of(), life.input(new Input.DispatchAgain()).lastTypes());
        life.route(TestCity.router()).input(new Input.DispatchAgain());
        assertEquals(List.of(AlertEventType.DISPATCHED), life.lastTypes());
        assertEquals(List.of(), life.input(new Input.DispatchAgain()).lastTypes());
    }
}
