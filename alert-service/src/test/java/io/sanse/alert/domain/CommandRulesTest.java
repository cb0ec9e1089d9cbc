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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
            life.input(command(CommandType.URGE, NONE, seen, "because"));
            assertEquals(Kind.STALE, refusal(life).kind());
        }
        life.input(command(CommandType.URGE, NONE, 2L, "because"));
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

    static Stream<Arguments> rejected() {
        String longText = "x".repeat(2001);
        return Stream.of(
                bad("a comment without words", AlertState.DISPATCHED, CommandType.COMMENT, NONE, " ", "needs a reason"),
                bad(
                        "a return without a reason",
                        AlertState.FED_BACK,
                        CommandType.RETURN,
                        Life.returnTo(AlertState.HANDLED),
                        null,
                        "needs a reason"),
                bad(
                        "a reason that is too long",
                        AlertState.DISPATCHED,
                        CommandType.URGE,
                        NONE,
                        longText,
                        "at most 2000"),
                bad(
                        "a control character",
                        AlertState.DISPATCHED,
                        CommandType.URGE,
                        NONE,
                        "a\u0000b",
                        "control character"),
                bad("no outcome", AlertState.ON_SCENE, CommandType.VERIFY, NONE, "r", "outcome must be one of"),
                bad(
                        "an unknown outcome",
                        AlertState.ON_SCENE,
                        CommandType.VERIFY,
                        Life.outcome("maybe", null),
                        "r",
                        "outcome must be one of"),
                bad(
                        "undetermined without a reason",
                        AlertState.ON_SCENE,
                        CommandType.VERIFY,
                        Life.outcome("undetermined", null),
                        null,
                        "needs a reason"),
                bad(
                        "a negative weight",
                        AlertState.ON_SCENE,
                        CommandType.VERIFY,
                        Life.outcome("confirmed", -0.1),
                        "r",
                        "0 or more"),
                bad(
                        "a weight that is no number",
                        AlertState.ON_SCENE,
                        CommandType.VERIFY,
                        Life.outcome("confirmed", Double.NaN),
                        "r",
                        "0 or more"),
                bad(
                        "a weight without end",
                        AlertState.ON_SCENE,
                        CommandType.VERIFY,
                        Life.outcome("confirmed", Double.POSITIVE_INFINITY),
                        "r",
                        "0 or more"),
                bad("no measure", AlertState.VERIFIED, CommandType.HANDLE, NONE, "r", "measure must be one of"),
                bad(
                        "a fine of nothing",
                        AlertState.VERIFIED,
                        CommandType.HANDLE,
                        Life.measure("fine", null),
                        "r",
                        "a fine"),
                bad(
                        "money without a fine",
                        AlertState.VERIFIED,
                        CommandType.HANDLE,
                        Life.measure("rectify", 5.0),
                        "r",
                        "a fine"),
                bad(
                        "returned to nowhere",
                        AlertState.FED_BACK,
                        CommandType.RETURN,
                        NONE,
                        "r",
                        "returnTo must be one of"),
                bad(
                        "returned to the end",
                        AlertState.FED_BACK,
                        CommandType.RETURN,
                        Life.returnTo(AlertState.CLOSED),
                        "r",
                        "returnTo must be one of"),
                bad(
                        "transferred to nobody",
                        AlertState.SIGNED,
                        CommandType.TRANSFER,
                        NONE,
                        "r",
                        "registered department"),
                bad(
                        "transferred to a stranger",
                        AlertState.SIGNED,
                        CommandType.TRANSFER,
                        Life.department("nobody"),
                        "r",
                        "registered department"),
                bad(
                        "transferred to itself",
                        AlertState.SIGNED,
                        CommandType.TRANSFER,
                        Life.department(TestCity.EAST_SQUAD),
                        "r",
                        "has it already"),
                bad(
                        "signed for another",
                        AlertState.DISPATCHED,
                        CommandType.SIGN,
                        Life.department(TestCity.POLICE),
                        "r",
                        "own department only"),
                bad(
                        "a word of another type",
                        AlertState.DISPATCHED,
                        CommandType.SIGN,
                        Life.outcome("confirmed", null),
                        "r",
                        "details.outcome does not belong to sign"),
                bad(
                        "a photo by its name",
                        AlertState.DISPATCHED,
                        CommandType.URGE,
                        photos(List.of("cat.jpg")),
                        "r",
                        "SHA-256"),
                bad(
                        "21 photos",
                        AlertState.DISPATCHED,
                        CommandType.URGE,
                        photos(Collections.nCopies(21, "a".repeat(64))),
                        "r",
                        "at most 20"));
    }

    private static Arguments bad(
            String name, AlertState in, CommandType type, CommandDetails details, String reason, String says) {
        return Arguments.of(name, in, command(type, details, null, reason), says);
    }

    private static CommandDetails photos(List<String> photos) {
        return new CommandDetails(null, null, null, null, null, null, photos, null);
    }

    private static Input.Command command(CommandType type, CommandDetails details, Long seen, String reason) {
        Author author = new Author("somebody", TestCity.EAST_SQUAD, Author.CITY, null);
        Set<Role> roles = Set.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER);
        return new Input.Command(type, author, roles, seen, reason, details);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String name, AlertState in, Input.Command command, String says) {
        Life life = Life.of(YELLOW.raised()).walkTo(in).input(command);
        assertEquals(Kind.REJECTED, refusal(life).kind());
        assertTrue(refusal(life).message().contains(says), refusal(life)::message);
        assertEquals(in, life.state());
    }

    @Test
    void twentyPhotosAndTwoThousandCharactersAreFine() {
        Life life = Life.of(YELLOW.raised());
        life.input(command(
                CommandType.URGE, photos(Collections.nCopies(20, "a".repeat(64))), null, "x".repeat(1999) + "\n"));
        assertEquals(List.of(AlertEventType.URGED), life.lastTypes());
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
