package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.Outcome.Kind;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandRulesTest {
    private static final Detections YELLOW = Detections.stop("浙GA0001");
    private static final Detections RED = YELLOW.level(Level.RED);
    private static final CommandDetails NONE = CommandDetails.NONE;

    private static Life red() {
        return Life.of(RED.raised());
    }

    private static Life by(Life life, String department, CommandType command) {
        return life.order(command, Life.fitting(command), Role.DEPARTMENT_OFFICER, department);
    }

    @Test
    void everyMemberOfARedOneSignsAndFeedsBack() {
        Life life = red();
        by(life, TestCity.POLICE, CommandType.SIGN);
        by(life, TestCity.ECOLOGY, CommandType.SIGN);
        assertEquals(AlertState.DISPATCHED, life.state());
        by(life, TestCity.ENFORCEMENT, CommandType.SIGN);
        assertEquals(AlertState.SIGNED, life.state());
        by(life, TestCity.ENFORCEMENT, CommandType.NOTIFY);
        by(life, TestCity.POLICE, CommandType.ARRIVE);
        by(life, TestCity.POLICE, CommandType.VERIFY);
        by(life, TestCity.ECOLOGY, CommandType.HANDLE);
        by(life, TestCity.POLICE, CommandType.FEED_BACK);
        by(life, TestCity.ECOLOGY, CommandType.FEED_BACK);
        assertEquals(AlertState.HANDLED, life.state());
        assertEquals(List.of(ClockName.FEED_BACK), life.running());
        by(life, TestCity.ENFORCEMENT, CommandType.FEED_BACK);
        assertEquals(AlertState.FED_BACK, life.state());
        assertEquals(List.of(ClockName.REVIEW), life.running());
        life.walkTo(AlertState.CLOSED);
        assertEquals(AlertState.CLOSED, life.state());
    }

    @Test
    void nobodySignsTwice() {
        Life life = by(red(), TestCity.POLICE, CommandType.SIGN);
        by(life, TestCity.POLICE, CommandType.SIGN);
        assertEquals(Kind.CONFLICT, refusal(life).kind());
        life.order(CommandType.SIGN, Life.department(TestCity.POLICE), Role.OPERATOR, null);
        assertEquals(Kind.CONFLICT, refusal(life).kind());
    }

    @Test
    void theDeskWritesDownWhatAMemberSaidByTelephone() {
        Life life = red().order(CommandType.SIGN, Life.department(TestCity.POLICE), Role.OPERATOR, null);
        assertEquals(List.of(TestCity.POLICE), life.alert().task().signed());
        assertEquals(TestCity.POLICE, life.last().steps().get(0).details().department());
        assertEquals("user-operator", life.last().steps().get(0).author().user());
    }

    @Test
    void aTransferGoesBackToTheBeginningAndKeepsTheChain() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.VERIFIED);
        life.order(CommandType.TRANSFER, Life.department(TestCity.ECOLOGY));
        assertEquals(AlertState.DISPATCHED, life.state());
        assertEquals(TestCity.ECOLOGY, life.alert().routing().department());
        assertEquals("by-hand", life.alert().routing().rule());
        life.order(CommandType.TRANSFER, Life.department(TestCity.POLICE));
        assertEquals(
                List.of(TestCity.EAST_SQUAD, TestCity.ECOLOGY),
                life.alert().task().chain());
        assertEquals(List.of(ClockName.SIGN, ClockName.FEED_BACK), life.running());
        life.walkTo(AlertState.CLOSED);
        assertEquals(AlertState.CLOSED, life.state());
    }

    @Test
    void aDepartmentDrivesWhatItsPostHas() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.SIGNED);
        life.order(CommandType.TRANSFER, Life.department(TestCity.POST));
        for (CommandType command : List.of(
                CommandType.SIGN,
                CommandType.NOTIFY,
                CommandType.ARRIVE,
                CommandType.VERIFY,
                CommandType.HANDLE,
                CommandType.FEED_BACK)) {
            life.order(command, Life.fitting(command), Role.DEPARTMENT_OFFICER, TestCity.ENFORCEMENT);
        }
        assertEquals(AlertState.FED_BACK, life.state());
        assertEquals(List.of(TestCity.POST), life.alert().task().signed());
        assertEquals(List.of(TestCity.POST), life.alert().task().fedBack());
        assertEquals(
                List.of(TestCity.POST, TestCity.ENFORCEMENT),
                life.alert().audience().toList());
    }

    @Test
    void aPostHasNoSayInWhatItsDepartmentHas() {
        Life life = Life.of(YELLOW.raised());
        life.order(CommandType.TRANSFER, Life.department(TestCity.ENFORCEMENT));
        life.order(CommandType.SIGN, CommandDetails.NONE, Role.FIELD_OFFICER, TestCity.POST);
        assertTrue(life.last() instanceof Outcome.Refused, () -> life.last().toString());
    }

    @Test
    void aTransferredRedOneKeepsItsMembersAndTheirSignatures() {
        Life life = by(red(), TestCity.ECOLOGY, CommandType.SIGN);
        life.order(
                CommandType.TRANSFER, Life.department(TestCity.ENFORCEMENT), Role.DEPARTMENT_OFFICER, TestCity.POLICE);
        assertEquals(
                List.of(TestCity.ENFORCEMENT, TestCity.ECOLOGY), life.alert().departments());
        assertEquals(List.of(TestCity.ECOLOGY), life.alert().task().signed());
        by(life, TestCity.ENFORCEMENT, CommandType.SIGN);
        assertEquals(AlertState.SIGNED, life.state());
    }

    @Test
    void whatIsReturnedIsDoneAgain() {
        Life scene = Life.of(YELLOW.raised()).walkTo(AlertState.FED_BACK);
        scene.order(CommandType.RETURN, Life.returnTo(AlertState.ON_SCENE));
        assertEquals(AlertState.ON_SCENE, scene.state());
        assertEquals(List.of(ClockName.FEED_BACK), scene.running());
        assertEquals(AlertState.CLOSED, scene.walkTo(AlertState.CLOSED).state());

        Life handled = Life.of(YELLOW.raised()).walkTo(AlertState.REVIEWED);
        handled.order(CommandType.RETURN, Life.returnTo(AlertState.HANDLED));
        assertEquals(AlertState.HANDLED, handled.state());
        assertEquals("confirmed", handled.alert().task().verdict());
        assertEquals(AlertState.CLOSED, handled.walkTo(AlertState.CLOSED).state());
    }

    @Test
    void aReopenedOneBeginsAnew() {
        Life yellow = Life.of(YELLOW.raised()).walkTo(AlertState.CLOSED).order(CommandType.REOPEN);
        assertEquals(AlertState.DISPATCHED, yellow.state());
        assertEquals(List.of(ClockName.SIGN, ClockName.FEED_BACK), yellow.running());
        assertEquals(AlertState.CLOSED, yellow.walkTo(AlertState.CLOSED).state());

        Life blue = Life.of(Detections.silent("浙GA0001").raised())
                .order(CommandType.ACKNOWLEDGE)
                .order(CommandType.CLOSE)
                .order(CommandType.REOPEN);
        assertEquals(AlertState.REMINDED, blue.state());
        assertEquals(List.of(ClockName.ACKNOWLEDGE), blue.running());
    }

    @Test
    void whatWasRetractedIsNotReopened() {
        Life life =
                Life.of(YELLOW.raised()).detect(YELLOW.revision(2).retracted()).order(CommandType.REOPEN);
        assertEquals(Kind.CONFLICT, refusal(life).kind());
        assertEquals(List.of(CommandType.COMMENT), refusal(life).allowed());
    }

    @Test
    void whatNobodyWasFoundForIsDispatchedByHand() {
        Life life = new Life().route(TestCity.router(List.of()));
        life.raise(YELLOW.raised(), Input.History.NONE).route(TestCity.router());
        life.order(CommandType.DISPATCH, Life.department(TestCity.ECOLOGY));
        assertEquals(List.of(AlertEventType.DISPATCHED), life.lastTypes());
        assertEquals("by-hand", life.alert().routing().rule());
    }

    @Test
    void anAuthorWhoSawAnotherVersionIsTold() {
        Life life = Life.of(YELLOW.raised());
        for (long seen : List.of(1L, 3L)) {
            life.input(urge(seen));
            assertEquals(Kind.STALE, refusal(life).kind());
        }
        life.input(urge(2L));
        assertEquals(List.of(AlertEventType.URGED), life.lastTypes());
    }

    @Test
    void wordsOfACommandAreKept() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.ON_SCENE);
        CommandDetails found = new CommandDetails(
                "confirmed", null, null, 1.5, null, null, List.of("a".repeat(64)), new GeoPoint(120.1, 28.9));
        life.order(CommandType.VERIFY, found);
        assertEquals(found, life.last().steps().get(0).details());
        assertEquals("because", life.last().steps().get(0).reason());
        assertEquals(
                life.now().minusSeconds(1), life.last().steps().get(0).author().clientAt());
    }

    private static Input.Command urge(long seen) {
        Author author = new Author("somebody", TestCity.EAST_SQUAD, Author.CITY, null);
        return new Input.Command(CommandType.URGE, author, Set.of(Role.OPERATOR), seen, "because", NONE);
    }

    @Test
    void whatIsUnfoundedIsHandledWithNothing() {
        Life life = Life.of(YELLOW.raised()).walkTo(AlertState.ON_SCENE);
        life.order(CommandType.VERIFY, Life.outcome("unfounded", null));
        life.order(CommandType.HANDLE, Life.measure("rectify", null));
        assertEquals(Kind.REJECTED, refusal(life).kind());
        life.order(CommandType.HANDLE, Life.measure("none", null));
        assertEquals(AlertState.HANDLED, life.state());
    }

    @Test
    void theDeskSpeaksForAMemberOnlyByNameAndWithAReason() {
        Life life = red().order(CommandType.SIGN, NONE, Role.OPERATOR, "duty-desk");
        assertEquals(Kind.REJECTED, refusal(life).kind());
        life.order(CommandType.SIGN, Life.department(TestCity.TRANSPORT), Role.OPERATOR, "duty-desk");
        assertEquals(Kind.REJECTED, refusal(life).kind());
    }

    private static Outcome.Refusal refusal(Life life) {
        assertTrue(life.last() instanceof Outcome.Refused, () -> "not refused: " + life.lastTypes());
        return ((Outcome.Refused) life.last()).refusal();
    }
}
