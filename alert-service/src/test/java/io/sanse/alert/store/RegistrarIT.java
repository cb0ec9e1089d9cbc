package io.sanse.alert.store;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.fixture.Breaking;
import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.alert.intake.DispatchAgain;
import io.sanse.alert.ledger.Ledger;
import io.sanse.alert.ledger.SealedStep;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.alert.Condition;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Given.class)
class RegistrarIT {
    private static final Detections STOP = Detections.stop("浙GA0001");
    private static final Detections SILENT = Detections.silent("浙GA0001");
    private Desk desk;

    @BeforeEach
    void open(PostgresServer server) {
        desk = Desk.open(server);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<AlertEventType> types() {
        return desk.events().stream().map(AlertEvent::type).toList();
    }

    @Test
    void aRepeatChangesNothing() {
        desk.detect(STOP.raised(), STOP.raised(), STOP.raised());
        assertEquals(List.of(AlertEventType.RAISED, AlertEventType.DISPATCHED), types());
    }

    @Test
    void aStaleRevisionChangesNothing() {
        desk.detect(
                STOP.raised(),
                STOP.revision(3).amended(),
                STOP.revision(2).level(Level.RED).amended());
        assertEquals(Level.YELLOW, desk.only().level());
        assertEquals(3, desk.only().facts().revision());
        assertEquals(2, desk.only().facts().detections());
    }

    @Test
    void anotherRaisedOfTheEpisodeExtends() {
        desk.detect(STOP.raised(), STOP.revision(2).raised());
        assertEquals(2, desk.only().facts().detections());
    }

    @Test
    void aRetractionBeforeTheRaiseIsRemembered() {
        desk.detect(STOP.revision(2).retracted(), STOP.raised());
        assertEquals(List.of(), desk.ids());
    }

    @Test
    void whatWasRetractedMayBeRaisedAnew() {
        desk.detect(
                STOP.raised(), STOP.revision(2).retracted(), STOP.revision(3).amended());
        assertEquals(2, desk.ids().size());
        assertEquals(Condition.RETRACTED, desk.alert(desk.ids().get(0)).condition());
        assertEquals(Condition.ACTIVE, desk.alert(desk.ids().get(1)).condition());
    }

    @Test
    void anotherEpisodeOrModelOrSubjectIsAnotherAlert() {
        desk.detect(
                STOP.raised(),
                STOP.episode(Detections.EVENING.plusSeconds(3600)).raised(),
                STOP.model("manifest-ghost").raised(),
                Detections.stop("浙GA0002").raised());
        assertEquals(4, desk.ids().size());
    }

    @Test
    void theRowIsTheFoldOfTheLog() {
        desk.detect(STOP.raised(), STOP.revision(2).amended());
        UUID id = desk.only().id();
        for (CommandType type : List.of(CommandType.SIGN, CommandType.NOTIFY, CommandType.ARRIVE, CommandType.VERIFY)) {
            desk.order(Desk.SQUAD, id, type);
        }
        desk.pass(Duration.ofDays(9));
        List<SealedStep> chain = result(desk.log.chain(desk.database.pool(), id));
        assertEquals(Optional.empty(), Ledger.verify(id, chain));
        AlertCase fold = AlertCase.unborn(id);
        for (SealedStep step : chain) {
            fold = fold.after(Ledger.open(step));
        }
        assertEquals(desk.only(), fold);
    }

    @Test
    void theEventsCarryWhatOthersNeed() {
        desk.detect(STOP.raised());
        AlertEvent dispatched = desk.events().get(1);
        assertEquals(2, dispatched.number());
        assertEquals(desk.only().seen(), dispatched.alert());
        assertEquals(TestCity.EAST_SQUAD, dispatched.alert().routing().department());
        assertEquals(STOP.raised().observedAt(), dispatched.observedAt());
        assertEquals("system", dispatched.actor());
        assertEquals("city", dispatched.origin());
        assertEquals(desk.events().get(0).hash(), dispatched.previousHash());
        assertEquals(Ledger.NOTHING, desk.events().get(0).previousHash());
        assertTrue(dispatched.text().zh().startsWith("派发至城东中队"), dispatched.text()::zh);
    }

    @Test
    void aThirdBlueInThirtyDaysIsYellow() {
        for (int day : List.of(-31, -29, -1)) {
            desk.detect(SILENT.episode(Detections.EVENING.plus(Duration.ofDays(day)))
                    .raised());
        }
        assertTrue(desk.ids().stream().allMatch(id -> desk.alert(id).level() == Level.BLUE));
        desk.detect(SILENT.raised());
        assertEquals(Level.YELLOW, desk.alert(desk.ids().get(3)).level());
    }

    @Test
    void aYellowOneLiftsTheOpenBlueOnesOfItsSubjectAndNoOthers() {
        Detections other = Detections.silent("浙GA0002");
        desk.detect(SILENT.raised(), SILENT.model("manifest-overdue").raised(), other.raised(), STOP.raised());
        List<Level> levels =
                desk.ids().stream().map(id -> desk.alert(id).level()).toList();
        assertEquals(List.of(Level.YELLOW, Level.YELLOW, Level.BLUE, Level.YELLOW), levels);
    }

    @Test
    void unfoundedAndRetractedOnesAreNoRepeats() {
        desk.detect(STOP.raised(), STOP.revision(2).retracted());
        Detections second = STOP.episode(Detections.EVENING.plusSeconds(60));
        desk.detect(second.raised());
        assertEquals(Level.YELLOW, desk.alert(desk.ids().get(1)).level());
        Detections third = STOP.episode(Detections.EVENING.plusSeconds(120));
        desk.detect(third.raised());
        assertEquals(Level.RED, desk.alert(desk.ids().get(2)).level());
    }

    @Test
    void anAlertWithoutAnybodyWaitsForTheRegistry(PostgresServer server) {
        try (Desk empty = Desk.on(server.database(), desk.clock)) {
            empty.detect(STOP.raised());
            assertEquals(AlertState.OPEN, empty.only().state());
            empty.register(TestCity.registry());
            result(new DispatchAgain(empty.database, empty.registrar).turn());
            assertEquals(AlertState.DISPATCHED, empty.only().state());
        }
    }

    @Test
    void killedAtAnyStatementNothingIsHalfDone() {
        int statement = 1;
        boolean done = false;
        while (!done) {
            done = survives(statement++);
            assertEquals(done ? 2 : 0, desk.events().size(), "after breaking at statement " + (statement - 1));
        }
        assertTrue(statement > 8, "it took " + (statement - 2) + " statements");
        desk.detect(STOP.raised());
        assertEquals(1, desk.ids().size());
    }

    private boolean survives(int statement) {
        return result(desk.database
                .transaction(transaction -> desk.registrar.detected(Breaking.at(transaction, statement), STOP.raised()))
                .map(true)
                .recover(failure -> failure instanceof Breaking.Killed
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure)));
    }
}
