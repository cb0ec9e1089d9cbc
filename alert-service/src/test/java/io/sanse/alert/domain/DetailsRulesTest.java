package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.Outcome.Kind;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
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

class DetailsRulesTest {
    private static final Detections YELLOW = Detections.stop("浙GA0001");
    private static final CommandDetails NONE = CommandDetails.NONE;

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

    private static Outcome.Refusal refusal(Life life) {
        assertTrue(life.last() instanceof Outcome.Refused, () -> "not refused: " + life.lastTypes());
        return ((Outcome.Refused) life.last()).refusal();
    }
}
