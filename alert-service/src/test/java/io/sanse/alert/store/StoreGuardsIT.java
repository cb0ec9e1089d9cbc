package io.sanse.alert.store;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.ledger.Digest;
import io.sanse.alert.ledger.Ledger;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Detection;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the database itself sees to. */
@ExtendWith(PostgresServer.Given.class)
class StoreGuardsIT {
    private static final Detections STOP = Detections.stop("浙GA0001");
    private Desk desk;

    @BeforeEach
    void open(PostgresServer server) {
        desk = Desk.open(server);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theIndexAllowsOneAlertPerEpisode() {
        desk.detect(STOP.raised());
        PgException refused = assertThrows(
                PgException.class,
                () -> result(desk.database
                        .pool()
                        .query(
                                "INSERT INTO alert SELECT gen_random_uuid(), version, head_hash, model, subject, mentions,"
                                        + " episode_start, base_level, level, state, condition, verdict, division, departments,"
                                        + " raised_at, closed_at, content FROM alert")
                        .execute()));
        assertEquals("one_active_alert", refused.getConstraint());
    }

    @Test
    void theLogIsNeverChanged() {
        desk.detect(STOP.raised());
        for (String attempt : List.of(
                "UPDATE alert_event SET core = replace(core, 'yellow', 'blue')",
                "UPDATE alert_event SET number = number + 1",
                "UPDATE alert_event SET personal = '{}'",
                "DELETE FROM alert_event")) {
            PgException refused = assertThrows(
                    PgException.class,
                    () -> result(desk.database.pool().query(attempt).execute()),
                    attempt);
            assertEquals("23000", refused.getSqlState(), attempt);
        }
    }

    @Test
    void whatIsPersonalCanBeErased() {
        desk.detect(STOP.raised());
        UUID id = desk.only().id();
        result(desk.database
                .pool()
                .query("UPDATE alert_event SET personal = NULL")
                .execute());
        assertEquals(Optional.empty(), Ledger.verify(id, result(desk.log.chain(desk.database.pool(), id))));
        assertEquals("erased", desk.events().get(0).actor());
        desk.order(Desk.SQUAD, id, CommandType.SIGN);
        assertEquals(AlertState.SIGNED, desk.only().state());
    }

    @Test
    void theEvidenceOfTheLatestRecordIsKeptAndItsDigestIsInTheLog() {
        desk.detect(STOP.raised(), STOP.revision(2).amended());
        EvidenceStore.Bundle bundle = result(
                new EvidenceStore().latest(desk.database.pool(), desk.only().id()));
        Detection latest = STOP.revision(2).amended();
        assertEquals(latest.evidence(), bundle.evidence());
        assertEquals(latest.parameters(), bundle.parameters());
        assertEquals(latest.references(), bundle.references());
        assertEquals(
                Digest.of(EvidenceStore.bundle(latest)), desk.only().facts().evidence());
    }
}
