package io.sanse.alert.store;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.Author;
import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.runtime.failure.Rejected;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresServer.Given.class)
class EventLogIT {
    private Desk desk;
    private final List<AlertEvent> read = new ArrayList<>();
    private Cursor cursor = Cursor.BEGINNING;

    @BeforeEach
    void open(PostgresServer server) {
        desk = Desk.open(server);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Reads on as a relay does. */
    private List<AlertEvent> readOn(int limit) {
        List<AlertEvent> events = result(desk.log.after(desk.database.pool(), cursor, limit));
        if (!events.isEmpty()) {
            cursor = Cursor.parse(events.get(events.size() - 1).cursor());
        }
        read.addAll(events);
        return events;
    }

    /** A transaction that has done its work and waits for the word to commit or to give up. */
    private final class Waiting {
        private final Promise<Void> done = Promise.promise();
        private final Promise<Void> word = Promise.promise();
        private final Future<Void> end;

        Waiting(Detections detection) {
            end = desk.database.transaction(transaction -> desk.registrar
                    .detected(transaction, detection.raised())
                    .onSuccess(done::complete)
                    .compose(written -> word.future()));
            result(done.future());
        }

        void commit() {
            word.complete();
            result(end);
        }

        void giveUp() {
            word.fail("killed");
            result(end.otherwiseEmpty());
        }
    }

    @Test
    void whatCommitsLateIsNotSkipped() {
        Waiting first = new Waiting(Detections.stop("浙GA0001"));
        Waiting second = new Waiting(Detections.stop("浙GA0002"));
        second.commit();
        assertEquals(List.of(), readOn(100), "what came first may still come");
        first.commit();
        List<String> plates = readOn(100).stream()
                .filter(event -> event.number() == 1)
                .map(event -> event.alert().subject().id())
                .toList();
        assertEquals(List.of("浙GA0001", "浙GA0002"), plates);
    }

    @Test
    void whatIsGivenUpHoldsNobodyUp() {
        Waiting first = new Waiting(Detections.stop("浙GA0001"));
        Waiting second = new Waiting(Detections.stop("浙GA0002"));
        second.commit();
        first.giveUp();
        assertEquals(2, readOn(100).size());
    }

    /** A transaction may have got its id long before it came to the alert; a plain order by transaction would show its event before older ones. */
    @Test
    void anOldTransactionsEventComesBehindTheEventsBeforeIt() {
        desk.detect(Detections.stop("浙GA0001").raised());
        UUID alert = desk.only().id();
        readOn(100);
        Promise<Void> numbered = Promise.promise();
        Promise<Void> word = Promise.promise();
        Future<Void> old = desk.database.transaction(transaction -> transaction
                .query("SELECT pg_current_xact_id()")
                .execute()
                .onSuccess(rows -> numbered.complete())
                .compose(rows -> word.future())
                .compose(go -> urge(transaction, alert)));
        result(numbered.future());
        desk.order(Desk.SQUAD, alert, CommandType.SIGN);
        word.complete();
        result(old);
        assertEquals(
                List.of(3L, 4L), readOn(100).stream().map(AlertEvent::number).toList());
    }

    private Future<Void> urge(SqlConnection transaction, UUID alert) {
        return desk.commands
                .take(
                        transaction,
                        desk.command(Desk.OPERATOR, alert, CommandType.URGE, CommandDetails.NONE),
                        Author.CITY)
                .mapEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inWhateverOrderTransactionsEndNoneIsSkipped(long seed) {
        Random random = new Random(seed);
        Map<UUID, Long> last = new HashMap<>();
        int expected = 0;
        for (int round = 0; round < 12; round++) {
            List<Waiting> under = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                under.add(new Waiting(Detections.stop("浙G" + seed + round + i)));
            }
            Collections.shuffle(under, random);
            for (Waiting waiting : under) {
                if (random.nextInt(4) == 0) {
                    waiting.giveUp();
                } else {
                    waiting.commit();
                    expected += 2;
                }
                readOn(1 + random.nextInt(5));
            }
        }
        for (int left = 1; left > 0; ) {
            left = readOn(7).size();
        }
        assertEquals(expected, read.size());
        for (AlertEvent event : read) {
            assertEquals(event.number() - 1, last.getOrDefault(event.alertId(), 0L));
            last.put(event.alertId(), event.number());
        }
    }

    @Test
    void theEndIsBehindEverything() {
        assertEquals(Cursor.BEGINNING, result(desk.log.end(desk.database.pool())));
        desk.detect(Detections.stop("浙GA0001").raised());
        cursor = result(desk.log.end(desk.database.pool()));
        assertEquals(List.of(), readOn(10));
        desk.detect(Detections.stop("浙GA0002").raised());
        assertTrue(readOn(10).stream().allMatch(event -> event.alert().subject().equals(Subject.vehicle("浙GA0002"))));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {"", "1", "1.2.3", "-1.2", "a.b", "1.9999999999999999999", "99999999999999999999.1", "1.2; DROP"})
    void aCursorThatWasNotGivenOutIsRejected(String text) {
        assertThrows(Rejected.class, () -> Cursor.parse(text));
    }
}
