package io.sanse.alert.clock;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.alert.AlertClock;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandType;
import io.sanse.testing.TestClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Given.class)
class ClockKeeperIT {
    private static final int ALERTS = 30;

    @Test
    void twoInstancesFireEachClockOnce(PostgresServer server) {
        Map<String, String> settings = server.database();
        TestClock clock = new TestClock(Life.START.toString());
        try (Desk one = Desk.on(settings, clock);
                Desk other = Desk.on(settings, clock)) {
            one.register(TestCity.registry());
            for (int i = 0; i < ALERTS; i++) {
                one.detect(Detections.stop("浙GA%04d".formatted(i)).raised());
            }
            clock.advance(Duration.ofSeconds(119));
            List<Future<Duration>> turns = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                turns.add(one.clocks.turn());
                turns.add(other.clocks.turn());
            }
            result(Future.all(turns));
            one.tick();
            assertFiredOnce(one.events());
        }
    }

    private static void assertFiredOnce(List<AlertEvent> events) {
        Map<UUID, List<AlertEventType>> fired = events.stream()
                .filter(event -> event.clock() == ClockName.SIGN)
                .collect(Collectors.groupingBy(
                        AlertEvent::alertId, Collectors.mapping(AlertEvent::type, Collectors.toList())));
        assertEquals(ALERTS, fired.size());
        for (List<AlertEventType> types : fired.values()) {
            assertEquals(List.of(AlertEventType.CLOCK_URGED, AlertEventType.CLOCK_BREACHED), types);
        }
    }

    @Test
    void theNextLookIsWhenTheNextClockRunsOut(PostgresServer server) {
        try (Desk desk = Desk.open(server)) {
            assertEquals(Duration.ofSeconds(1), result(desk.clocks.turn()));
            desk.detect(Detections.stop("浙GA0001").raised());
            desk.clock.advance(Duration.ofMillis(39_400));
            assertEquals(Duration.ofMillis(600), result(desk.clocks.turn()));
            desk.clock.advance(Duration.ofMillis(600));
            assertEquals(Duration.ZERO, result(desk.clocks.turn()));
            assertEquals(AlertEventType.CLOCK_URGED, desk.events().get(2).type());
        }
    }

    @Test
    void afterARestartTheBreachHasItsTrueTimeAndThePlatformItsPart(PostgresServer server) {
        Map<String, String> settings = server.database();
        TestClock clock = new TestClock(Life.START.toString());
        Duration beat = Duration.ofSeconds(5);
        try (Desk before = Desk.on(settings, clock)) {
            before.register(TestCity.registry());
            result(new Heartbeat(before.database, before.worlds, beat).turn());
            before.detect(Detections.stop("浙GA0001").raised());
            clock.advance(Duration.ofSeconds(10));
            result(new Heartbeat(before.database, before.worlds, beat).turn());
        }
        clock.advance(Duration.ofSeconds(90));
        try (Desk after = Desk.on(settings, clock)) {
            result(new Heartbeat(after.database, after.worlds, beat).turn());
            after.tick();
            AlertEvent breach = after.events().get(3);
            assertEquals(AlertEventType.CLOCK_BREACHED, breach.type());
            assertEquals(Life.START.plusSeconds(60), breach.at());
            AlertClock sign = breach.alert().clocks().get(0);
            assertEquals(Life.START.plusSeconds(60), sign.breachedAt());
            assertEquals(50 + 40, sign.platformDelayS());
            assertNull(sign.stoppedAt());
        }
    }

    @Test
    void aShortSilenceIsNoOutage(PostgresServer server) {
        try (Desk desk = Desk.open(server)) {
            Heartbeat heartbeat = new Heartbeat(desk.database, desk.worlds, Duration.ofSeconds(5));
            for (int seconds : List.of(0, 15, 16)) {
                desk.clock.advance(Duration.ofSeconds(seconds));
                result(heartbeat.turn());
            }
            List<Instant> outages = new ArrayList<>();
            result(desk.database
                            .pool()
                            .query("SELECT from_at FROM platform_outage")
                            .execute())
                    .forEach(row -> outages.add(row.getOffsetDateTime(0).toInstant()));
            assertEquals(List.of(Life.START.plusSeconds(15)), outages);
        }
    }

    @Test
    void whatSomebodyHoldsIsLeftToHim(PostgresServer server) {
        try (Desk desk = Desk.open(server)) {
            desk.detect(Detections.stop("浙GA0001").raised());
            UUID alert = desk.only().id();
            desk.clock.advance(Duration.ofSeconds(40));
            result(desk.database.transaction(transaction -> desk.alerts
                    .hold(transaction, alert)
                    .compose(held -> desk.clocks.turn())
                    .map(pause -> {
                        assertTrue(pause.compareTo(Duration.ZERO) > 0, "it did not wait for the row");
                        return null;
                    })));
            assertEquals(2, desk.events().size());
            desk.tick();
            assertEquals(3, desk.events().size());
        }
    }

    @Test
    void theRowsOfTheClocksAreThoseOfTheAlert(PostgresServer server) {
        try (Desk desk = Desk.open(server)) {
            desk.detect(Detections.stop("浙GA0001").raised());
            desk.order(Desk.SQUAD, desk.only().id(), CommandType.SIGN);
            List<String> rows = new ArrayList<>();
            result(desk.database
                            .pool()
                            .query("SELECT name, next_at IS NULL AS over FROM alert_clock ORDER BY clock")
                            .execute())
                    .forEach(row -> rows.add(row.getString(0) + ' ' + row.getBoolean(1)));
            assertEquals(List.of("sign true", "feed-back false", "notify false"), rows);
        }
    }
}
