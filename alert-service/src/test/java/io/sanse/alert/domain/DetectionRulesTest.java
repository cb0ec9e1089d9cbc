package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.alert.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionRulesTest {
    private static final Detections YELLOW = Detections.stop("浙GA0001");
    private static final Detections BLUE = Detections.silent("浙GA0001");

    @Test
    void aYellowOneIsDispatchedWhenItIsRaised() {
        Life life = Life.of(YELLOW.raised());
        assertEquals(List.of(AlertEventType.RAISED, AlertEventType.DISPATCHED), life.types());
        assertEquals(TestCity.EAST_SQUAD, life.alert().routing().department());
        assertEquals("town-squad", life.alert().routing().rule());
        assertEquals(TestCity.EAST_TOWN, life.alert().facts().division());
        assertEquals(YELLOW.raised().observedAt(), life.steps().get(1).cause().observedAt());
        assertEquals(life.steps().get(0).text(), YELLOW.raised().text());
    }

    @Test
    void aBlueOneReminds() {
        Life life = Life.of(BLUE.raised());
        assertEquals(List.of(AlertEventType.RAISED, AlertEventType.REMINDED), life.types());
        assertNull(life.alert().routing());
    }

    @Test
    void furtherDetectionsExtendAndTellNobody() {
        Life life = Life.of(YELLOW.raised())
                .detect(YELLOW.revision(2).amended())
                .detect(YELLOW.revision(3).amended());
        assertEquals(List.of(AlertEventType.EXTENDED), life.lastTypes());
        assertEquals(3, life.alert().facts().detections());
        assertEquals(YELLOW.revision(3).amended().to(), life.alert().facts().lastSeenAt());
        assertEquals(YELLOW.raised().from(), life.alert().facts().firstSeenAt());
    }

    @Test
    void clearedIsNotClosed() {
        Life life = Life.of(YELLOW.raised()).detect(YELLOW.revision(2).cleared());
        assertEquals(Condition.CLEARED, life.alert().condition());
        assertEquals(AlertState.DISPATCHED, life.state());
    }

    @Test
    void aBlueOneEndsWhenItIsAnsweredAndCleared() {
        Life answered = Life.of(BLUE.raised()).order(CommandType.ACKNOWLEDGE);
        assertEquals(AlertState.ACKNOWLEDGED, answered.state());
        answered.detect(BLUE.revision(2).cleared());
        assertEquals(List.of(AlertEventType.CONDITION_CLEARED, AlertEventType.CLOSED), answered.lastTypes());

        Life cleared = Life.of(BLUE.raised()).detect(BLUE.revision(2).cleared());
        assertEquals(AlertState.REMINDED, cleared.state());
        cleared.order(CommandType.ACKNOWLEDGE);
        assertEquals(List.of(AlertEventType.ACKNOWLEDGED, AlertEventType.CLOSED), cleared.lastTypes());
        assertNotNull(cleared.alert().closedAt());
    }

    @Test
    void anEndedBlueOneThatGoesOnIsOpenAgain() {
        Life life = Life.of(BLUE.raised())
                .order(CommandType.ACKNOWLEDGE)
                .detect(BLUE.revision(2).cleared())
                .detect(BLUE.revision(3).amended());
        assertEquals(List.of(AlertEventType.EXTENDED, AlertEventType.REOPENED), life.lastTypes());
        assertEquals(AlertState.ACKNOWLEDGED, life.state());
        assertEquals(Condition.ACTIVE, life.alert().condition());
        assertNull(life.alert().closedAt());
    }

    @Test
    void peopleOnTheirWayAreStoodDown() {
        Life life = Life.of(YELLOW.raised())
                .walkTo(AlertState.NOTIFIED)
                .detect(YELLOW.revision(2).retracted());
        assertEquals(List.of(AlertEventType.RETRACTED), life.lastTypes());
        assertEquals(AlertState.CLOSED, life.state());
        assertEquals(Condition.RETRACTED, life.alert().condition());
        assertEquals(List.of(), life.running());
    }

    @Test
    void whatWasConfirmedOnTheSceneGoesOn() {
        Life life = Life.of(YELLOW.raised())
                .walkTo(AlertState.VERIFIED)
                .detect(YELLOW.revision(2).retracted());
        assertEquals(Condition.RETRACTED, life.alert().condition());
        assertEquals(AlertState.VERIFIED, life.state());
        life.walkTo(AlertState.CLOSED);
        assertEquals(AlertState.CLOSED, life.state());
    }

    @Test
    void theFirstWordMayBeThatItIsOver() {
        Life life = Life.of(YELLOW.revision(2).cleared());
        assertEquals(
                List.of(AlertEventType.RAISED, AlertEventType.DISPATCHED, AlertEventType.CONDITION_CLEARED),
                life.types());
    }

    @Test
    void theFirstWordMayBeThatThereIsNothing() {
        assertEquals(List.of(), Life.of(YELLOW.revision(2).retracted()).types());
    }

    @Test
    void graverAtItsEndIsRaisedAndCleared() {
        Life life = Life.of(BLUE.raised())
                .detect(BLUE.revision(2).level(Level.YELLOW).cleared());
        assertEquals(
                List.of(AlertEventType.LEVEL_RAISED, AlertEventType.DISPATCHED, AlertEventType.CONDITION_CLEARED),
                life.lastTypes());
    }
}
