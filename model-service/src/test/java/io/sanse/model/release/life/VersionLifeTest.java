package io.sanse.model.release.life;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.vertx.serviceproxy.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionLifeTest {
    private static final Instant NOW = Instant.parse("2026-03-05T04:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(30);
    private static final Version SHIPPED = new Version(1, "one");

    private static ModelVersion version(int number, VersionStage stage) {
        return new ModelVersion(
                "m",
                number,
                4,
                stage,
                "author",
                List.of(),
                null,
                "text " + number,
                "cases",
                null,
                null,
                null,
                null,
                List.of());
    }

    private static VersionStep by(String user, VersionAction action) {
        return new VersionStep(UUID.randomUUID(), NOW, user, action, null, "why");
    }

    private static VersionCommand command(String user, VersionAction action, long revision, String... districts) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return new VersionCommand(caller, UUID.randomUUID(), "m", 2, revision, action, List.of(districts), "why");
    }

    private static ServiceError refusal(ModelVersion version, List<ModelVersion> all, VersionCommand command) {
        return ServiceError.of(assertThrows(ServiceException.class, () -> VersionLife.check(version, all, command)));
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({
        "DRAFT, TEST WITHDRAW",
        "TESTED, TEST GATE WITHDRAW",
        "GATING, ''",
        "GATED, GATE SHADOW WITHDRAW",
        "SHADOW, CANARY RETIRE",
        "CANARY, CANARY LIVE ROLL_BACK RETIRE",
        "LIVE, ROLL_BACK RETIRE",
        "RETIRED, ''"
    })
    void eachStageAllowsItsActionsAndNoOther(VersionStage stage, String allowed) {
        ModelVersion version = version(2, stage);
        for (VersionAction action : VersionAction.values()) {
            VersionCommand command = action == VersionAction.CANARY
                    ? command("other", action, 4, "330784")
                    : command("other", action, 4);
            if (List.of(allowed.split(" ")).contains(action.name())) {
                assertDoesNotThrow(() -> VersionLife.check(version, List.of(version), command), action::text);
            } else {
                assertEquals(ServiceError.CONFLICT, refusal(version, List.of(version), command), action::text);
            }
        }
    }

    @ParameterizedTest(name = "the author may {0}: {1}")
    @CsvSource({
        "TESTED, TEST, true",
        "TESTED, GATE, true",
        "GATED, SHADOW, false",
        "CANARY, LIVE, false",
        "CANARY, ROLL_BACK, true",
        "LIVE, ROLL_BACK, true",
        "LIVE, RETIRE, true"
    })
    void fourEyes(VersionStage stage, VersionAction action, boolean may) {
        ModelVersion version = version(2, stage);
        VersionCommand command = command("author", action, 4);
        if (may) {
            assertDoesNotThrow(() -> VersionLife.check(version, List.of(version), command));
        } else {
            assertEquals(ServiceError.FORBIDDEN, refusal(version, List.of(version), command));
        }
    }

    @ParameterizedTest(name = "{0} is told of {1}: {2}")
    @CsvSource({
        "author, DRAFT, TEST WITHDRAW",
        "other, DRAFT, TEST WITHDRAW",
        "author, GATED, GATE WITHDRAW",
        "other, GATED, GATE SHADOW WITHDRAW",
        "author, CANARY, ROLL_BACK RETIRE",
        "other, CANARY, CANARY LIVE ROLL_BACK RETIRE",
        "other, RETIRED, ''"
    })
    void whatMayBeOrderedIsTold(String user, VersionStage stage, String actions) {
        String told = VersionLife.allowed(version(2, stage), user).actions().stream()
                .map(VersionAction::name)
                .collect(Collectors.joining(" "));
        assertEquals(actions, told);
    }

    @Test
    void whoHasAskedForARetirementMayOnlyTakeItBack() {
        ModelVersion asked = VersionLife.asked(version(2, VersionStage.LIVE), by("one", VersionAction.RETIRE));
        assertEquals(
                List.of(VersionAction.ROLL_BACK, VersionAction.WITHDRAW),
                VersionLife.allowed(asked, "one").actions());
        assertEquals(
                List.of(VersionAction.ROLL_BACK, VersionAction.RETIRE, VersionAction.WITHDRAW),
                VersionLife.allowed(asked, "other").actions());
    }

    @ParameterizedTest(name = "{0}, its retirement asked for by {1}: another person''s {2} is {3}")
    @CsvSource({
        "SHADOW, nobody, RETIRE, done",
        "CANARY, nobody, RETIRE, asked for",
        "LIVE, nobody, RETIRE, asked for",
        "CANARY, author, RETIRE, done",
        "LIVE, author, RETIRE, done",
        "LIVE, sanse, RETIRE, asked for",
        "LIVE, other, RETIRE, refused",
        "LIVE, other, WITHDRAW, done",
        "LIVE, author, WITHDRAW, done",
        "LIVE, nobody, WITHDRAW, refused"
    })
    void toSilenceTakesTwo(VersionStage stage, String asking, VersionAction action, String outcome) {
        ModelVersion plain = version(2, stage);
        ModelVersion version =
                asking.equals("nobody") ? plain : VersionLife.asked(plain, by(asking, VersionAction.RETIRE));
        VersionCommand command = command("other", action, version.revision());
        if (outcome.equals("refused")) {
            ServiceError why = action == VersionAction.RETIRE ? ServiceError.FORBIDDEN : ServiceError.CONFLICT;
            assertEquals(why, refusal(version, List.of(version), command));
            return;
        }
        VersionLife.check(version, List.of(version), command);
        boolean isDone = action == VersionAction.WITHDRAW || VersionLife.isAgreed(version);
        assertEquals(outcome, isDone ? "done" : "asked for");
    }

    @Test
    void whatIsAskedIsAnsweredByTheNextStep() {
        ModelVersion canary = VersionLife.published(
                        version(2, VersionStage.SHADOW),
                        List.of(),
                        command("other", VersionAction.CANARY, 4, "330784"),
                        SOON,
                        NOW)
                .get(0);
        ModelVersion asked = VersionLife.asked(canary, by("author", VersionAction.RETIRE));
        assertEquals("author", asked.asked().user());
        assertEquals(List.of("330784"), asked.districts());
        assertEquals(SOON, asked.effectiveAt());
        ModelVersion withdrawn = VersionLife.withdrawn(asked, by("other", VersionAction.WITHDRAW));
        assertNull(withdrawn.asked());
        assertEquals(List.of("330784"), withdrawn.districts());
        ModelVersion live = VersionLife.published(
                        asked, List.of(asked), command("other", VersionAction.LIVE, 6), SOON, NOW)
                .get(0);
        assertNull(live.asked());
        assertEquals(List.of(), live.districts());
    }

    @Test
    void anotherRevisionIsStale() {
        ModelVersion version = version(2, VersionStage.DRAFT);
        assertEquals(ServiceError.STALE, refusal(version, List.of(version), command("other", VersionAction.TEST, 3)));
    }

    @Test
    void oneVersionAtATimeIsOnProbation() {
        ModelVersion version = version(2, VersionStage.GATED);
        List<ModelVersion> all = List.of(version, version(3, VersionStage.SHADOW));
        assertEquals(ServiceError.CONFLICT, refusal(version, all, command("other", VersionAction.SHADOW, 4)));
    }

    @ParameterizedTest(name = "districts {0}")
    @CsvSource({"''", "3", "33078x", "3307841234567"})
    void aCanaryNeedsDistricts(String district) {
        ModelVersion version = version(2, VersionStage.SHADOW);
        VersionCommand command = district.isEmpty()
                ? command("other", VersionAction.CANARY, 4)
                : command("other", VersionAction.CANARY, 4, district);
        assertEquals(ServiceError.REJECTED, refusal(version, List.of(version), command));
    }

    @Test
    void casesThatDifferLeaveADraft() {
        VersionStep by = by("author", VersionAction.TEST);
        ModelVersion failed = VersionLife.tested(version(2, VersionStage.DRAFT), new TestReport(3, List.of("x")), by);
        assertEquals(VersionStage.DRAFT, failed.stage());
        ModelVersion passed = VersionLife.tested(failed, new TestReport(3, List.of()), by);
        assertEquals(VersionStage.TESTED, passed.stage());
        assertEquals(6, passed.revision());
        GateReport refused = new GateReport(by.id(), List.of("too many"));
        assertEquals(VersionStage.TESTED, VersionLife.gated(passed, refused, by).stage());
    }

    @Test
    void aLiveVersionSupersedesTheOneBefore() {
        ModelVersion version = version(3, VersionStage.CANARY);
        ModelVersion before = version(2, VersionStage.LIVE);
        List<ModelVersion> changes = VersionLife.published(
                version, List.of(version, before), command("other", VersionAction.LIVE, 4), SOON, NOW);
        assertEquals(VersionStage.LIVE, changes.get(0).stage());
        assertEquals(SOON, changes.get(0).effectiveAt());
        assertEquals(2, changes.get(0).supersedes());
        assertEquals(VersionStage.RETIRED, changes.get(1).stage());
        assertEquals("superseded by version 3", changes.get(1).steps().get(0).reason());
    }

    @Test
    void anAssignmentKeepsTheTurnsOfWhatMayStillBeJudged() {
        ModelVersion shadow = version(2, VersionStage.SHADOW);
        ModelAssignment first = Assigning.next(null, "m", SHIPPED, List.of(shadow), SOON, NOW);
        assertEquals(SHIPPED, first.turns().get(0).live());
        assertEquals(2, first.turns().get(0).shadow().number());
        Instant second = SOON.plusSeconds(30);
        Instant third = SOON.plusSeconds(90);
        ModelAssignment two = Assigning.next(first, "m", SHIPPED, List.of(), second, NOW);
        assertEquals(2, two.revision());
        ModelAssignment three = Assigning.next(two, "m", null, List.of(), third, SOON.plusSeconds(31));
        assertEquals(List.of(SOON, second, third), moments(three));
        assertNull(Assigning.live(three, SHIPPED));
        Instant last = third.plusSeconds(30);
        ModelAssignment before = Assigning.next(
                three, "m", null, List.of(), last, second.plus(Assigning.KEPT).minusMillis(1));
        assertEquals(List.of(SOON, second, third, last), moments(before));
        ModelAssignment after = Assigning.next(three, "m", null, List.of(), last, second.plus(Assigning.KEPT));
        assertEquals(
                List.of(second, third, last), moments(after), "the oldest that is kept was received after the second");
    }

    @Test
    void turnsAreKeptLongerThanObservations() {
        assertTrue(Assigning.KEPT.compareTo(Duration.ofDays(7)) > 0);
    }

    private static List<Instant> moments(ModelAssignment assignment) {
        return assignment.turns().stream()
                .map(ModelAssignment.Turn::effectiveAt)
                .toList();
    }

    @ParameterizedTest(name = "{0} ships, {1} judge or did, {2} were given up: {3}")
    @CsvSource({
        "0, '', '', 1",
        "2, '', '', 3",
        "2, 3, '', 4",
        "2, 3, 4, 5",
        "2, '', 3, 4",
        "2, '', 3 4, 5",
        "2, 3, 2147483647, 4",
        "7, 3, '', 8"
    })
    void theNextNumberIsOneMore(int shipped, String known, String givenUp, int next) {
        List<ModelVersion> all = new ArrayList<>();
        numbers(known).forEach(number -> all.add(version(number, VersionStage.GATED)));
        numbers(givenUp)
                .forEach(number -> all.add(
                        VersionLife.withdrawn(version(number, VersionStage.DRAFT), by("one", VersionAction.WITHDRAW))));
        assertEquals(next, VersionNumbers.next(shipped, all));
    }

    private static List<Integer> numbers(String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(Integer::valueOf).toList();
    }

    @ParameterizedTest(name = "{0} is given up")
    @CsvSource({"DRAFT", "TESTED", "GATED"})
    void whatNeverJudgedIsGivenUpByOne(VersionStage stage) {
        ModelVersion version = version(2, stage);
        VersionLife.check(version, List.of(version), command("author", VersionAction.WITHDRAW, 4));
        assertEquals(
                VersionStage.RETIRED,
                VersionLife.withdrawn(version, by("author", VersionAction.WITHDRAW))
                        .stage());
    }
}
