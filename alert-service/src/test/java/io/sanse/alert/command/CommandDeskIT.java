package io.sanse.alert.command;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.Author;
import io.sanse.alert.fixture.Breaking;
import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertCommand;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Given.class)
class CommandDeskIT {
    private static final Caller PROVINCE = new Caller("province", Set.of(Role.PROVINCE), null, List.of(""));
    private Desk desk;
    private UUID alert;

    @BeforeEach
    void open(PostgresServer server) {
        desk = Desk.open(server);
        desk.detect(Detections.stop("浙GA0001").raised());
        alert = desk.only().id();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private AlertCommand sign() {
        return desk.command(Desk.SQUAD, alert, CommandType.SIGN, CommandDetails.NONE);
    }

    private static AlertCommand seen(AlertCommand command, long version) {
        return new AlertCommand(
                command.caller(),
                command.alertId(),
                command.commandId(),
                version,
                command.type(),
                command.reason(),
                command.clientAt(),
                command.details());
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        AlertCommand sign = sign();
        Answer first = desk.take(sign);
        assertNull(first.error(), first::message);
        assertEquals(3, first.result().event());
        assertEquals(AlertState.SIGNED, first.result().alert().state());
        desk.order(Desk.SQUAD, alert, CommandType.NOTIFY);
        desk.clock.advance(Duration.ofDays(3));
        assertEquals(first, desk.take(sign));
        assertEquals(4, desk.events().size());
    }

    @Test
    void aRefusalIsRepeatedToo() {
        AlertCommand early = desk.command(Desk.SQUAD, alert, CommandType.NOTIFY, CommandDetails.NONE);
        Answer first = desk.take(early);
        assertEquals(ServiceError.CONFLICT, first.error());
        assertEquals(List.of(CommandType.SIGN, CommandType.TRANSFER, CommandType.COMMENT), first.allowed());
        desk.take(sign());
        assertEquals(first, desk.take(early));
        assertEquals(AlertState.SIGNED, desk.only().state());
    }

    @Test
    void theSameIdForAnotherCommandIsRejected() {
        AlertCommand sign = sign();
        desk.take(sign);
        AlertCommand other = new AlertCommand(
                sign.caller(), alert, sign.commandId(), null, CommandType.NOTIFY, "because", null, CommandDetails.NONE);
        assertEquals(ServiceError.REJECTED, desk.take(other).error());
        assertEquals(ServiceError.REJECTED, desk.take(seen(sign, 2)).error());
    }

    @Test
    void idsOfTwoCallersDoNotMeet() {
        AlertCommand sign = sign();
        AlertCommand urge = new AlertCommand(
                Desk.OPERATOR, alert, sign.commandId(), null, CommandType.URGE, "because", null, CommandDetails.NONE);
        assertNull(desk.take(sign).error());
        assertNull(desk.take(urge).error());
    }

    @Test
    void twentyTimesAtOnceIsOnce() {
        AlertCommand sign = sign();
        List<Future<Answer>> asked =
                Stream.generate(() -> desk.commands.take(sign)).limit(20).toList();
        result(Future.all(asked));
        assertEquals(1, asked.stream().map(Future::result).distinct().count());
        assertEquals(3, desk.events().size());
    }

    @Test
    void ofTwoDifferentOnesAtOnceOneIsTold() {
        List<Future<Answer>> asked = List.of(desk.commands.take(sign()), desk.commands.take(sign()));
        result(Future.all(asked));
        assertEquals(
                1,
                asked.stream().filter(answer -> answer.result().error() == null).count());
        assertEquals(
                1,
                asked.stream()
                        .filter(answer -> answer.result().error() == ServiceError.CONFLICT)
                        .count());
    }

    @Test
    void aStaleOneIsToldWhatHasChanged() {
        desk.take(seen(sign(), 2));
        AlertCommand late = seen(desk.command(Desk.SQUAD, alert, CommandType.NOTIFY, CommandDetails.NONE), 2);
        Answer answer = desk.take(late);
        assertEquals(ServiceError.STALE, answer.error());
        assertEquals(3, answer.version());
        assertEquals(List.of("signed"), answer.changed());
    }

    @Test
    void whoMayNotSeeItIsNotToldThatItIs() {
        for (Caller stranger : List.of(
                Desk.officer("other", TestCity.TRANSPORT),
                new Caller("away", Set.of(Role.OPERATOR), null, List.of("330100")),
                new Caller("machine", Set.of(Role.INTEGRATOR), null, List.of("")),
                PROVINCE)) {
            assertEquals(
                    ServiceError.NOT_FOUND,
                    desk.order(stranger, alert, CommandType.COMMENT).error());
        }
        assertEquals(
                ServiceError.NOT_FOUND,
                desk.order(Desk.OPERATOR, UUID.randomUUID(), CommandType.COMMENT)
                        .error());
        assertEquals(
                ServiceError.FORBIDDEN,
                desk.order(Desk.AUDITOR, alert, CommandType.COMMENT).error());
    }

    @Test
    void whoGaveItAwayStillHearsHowItWent() {
        AlertCommand transfer =
                desk.command(Desk.SQUAD, alert, CommandType.TRANSFER, Life.department(TestCity.ECOLOGY));
        Answer first = desk.take(transfer);
        assertNull(first.error(), first::message);
        assertEquals(first, desk.take(transfer));
        assertEquals(
                ServiceError.NOT_FOUND,
                desk.order(Desk.SQUAD, alert, CommandType.COMMENT).error());
    }

    @Test
    void aDeadlineThatHasPassedComesFirst() {
        desk.clock.advance(Duration.ofSeconds(70));
        Answer answer = desk.take(seen(sign(), 2));
        assertNull(answer.error(), answer::message);
        assertEquals(5, answer.result().event());
        assertEquals(
                List.of(AlertEventType.CLOCK_URGED, AlertEventType.CLOCK_BREACHED, AlertEventType.SIGNED),
                desk.events().stream().skip(2).map(AlertEvent::type).toList());
    }

    @Test
    void aCommandOfTheProvinceIsItsOwn() {
        AlertCommand urge = desk.command(PROVINCE, alert, CommandType.URGE, CommandDetails.NONE);
        Answer answer = result(
                desk.database.transaction(transaction -> desk.commands.take(transaction, urge, Author.PROVINCE)));
        assertNull(answer.error(), answer::message);
        AlertEvent event = desk.events().get(2);
        assertEquals("province", event.origin());
        assertEquals("province", event.actor());
        AlertCommand sign = desk.command(PROVINCE, alert, CommandType.SIGN, CommandDetails.NONE);
        assertEquals(
                ServiceError.FORBIDDEN,
                result(desk.database.transaction(transaction -> desk.commands.take(transaction, sign, Author.PROVINCE)))
                        .error());
    }

    @Test
    void halfACommandIsRejected() {
        AlertCommand nothing = new AlertCommand(Desk.OPERATOR, null, null, null, null, null, null, null);
        assertEquals(ServiceError.REJECTED, desk.take(nothing).error());
    }

    @Test
    void killedAtAnyStatementItIsDoneOnceOrNotAtAll() {
        AlertCommand sign = sign();
        int statement = 1;
        while (!survives(sign, statement)) {
            assertEquals(2, desk.events().size(), "after breaking at statement " + statement);
            statement++;
        }
        assertTrue(statement > 8, "it took " + (statement - 1) + " statements");
        Answer again = desk.take(sign);
        assertNull(again.error(), again::message);
        assertEquals(3, desk.events().size());
    }

    private boolean survives(AlertCommand command, int statement) {
        return result(desk.database
                .transaction(
                        transaction -> desk.commands.take(Breaking.at(transaction, statement), command, Author.CITY))
                .map(true)
                .recover(failure -> failure instanceof Breaking.Killed
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure)));
    }
}
