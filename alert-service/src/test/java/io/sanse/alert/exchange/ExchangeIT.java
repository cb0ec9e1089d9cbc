package io.sanse.alert.exchange;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.alert.store.Registrar;
import io.sanse.contract.Caller;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.service.ExchangePage;
import io.sanse.contract.service.ExchangeQuery;
import io.sanse.contract.service.ExchangeReceipt.Result;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Given.class)
class ExchangeIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SOURCE = "urn:sanse:city:330784";
    private static final Caller PROVINCE = new Caller("province", Set.of(Role.PROVINCE), null, List.of(""));

    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    private final ExchangeStore store = new ExchangeStore();
    private Desk desk;
    private ExchangeInbox inbox;
    private Sharing sharing;
    private ExchangeEndpoint endpoint;

    @BeforeEach
    void open(PostgresServer server) {
        desk = Desk.open(server);
        inbox = new ExchangeInbox(
                desk.database,
                desk.commands,
                letter -> {
                    letters.add(letter);
                    return Future.succeededFuture();
                },
                desk.clock);
        sharing = new Sharing(desk.database, store, inbox, SOURCE);
        endpoint = new ExchangeEndpoint(desk.database, store, inbox, SOURCE);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Map<String, Object> command(String id, UUID alert, String verb, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "urn:sanse:province:330000",
                "type",
                "sanse.command." + verb,
                "subject",
                alert.toString(),
                "time",
                "2026-03-05T13:00:00Z",
                "data",
                data);
    }

    private static Map<String, Object> urge(String id, UUID alert) {
        return command(id, alert, "urge", Map.of("reason", "三日未反馈"));
    }

    private List<Map<String, Object>> feed() {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        ExchangePage page;
        do {
            page = result(endpoint.eventsAfter(new ExchangeQuery(PROVINCE, cursor, 3)));
            all.addAll(page.events());
            cursor = page.cursor();
        } while (!page.events().isEmpty());
        return all;
    }

    private List<String> types(UUID alert) {
        return result(desk.log.timeline(desk.database.pool(), alert)).stream()
                .map(AlertEvent::type)
                .map(AlertEventType::text)
                .toList();
    }

    @Test
    void theFeedIsDenseChainedAndHoldsEveryEventOnce() {
        for (int i = 0; i < 5; i++) {
            desk.detect(Detections.stop("浙GB000" + i).raised());
        }
        Sharing other = new Sharing(desk.database, store, inbox, SOURCE);
        result(Future.all(sharing.shareNew(), other.shareNew(), sharing.shareNew()));
        desk.detect(Detections.silent("浙GB0009").raised());
        result(sharing.shareNew());

        List<Map<String, Object>> feed = feed();
        List<String> expected = desk.events().stream()
                .map(event -> event.alertId() + "/" + event.number())
                .toList();
        assertEquals(expected, feed.stream().map(event -> event.get("id")).toList());
        String previous = SharedEvent.NO_HASH;
        for (int i = 0; i < feed.size(); i++) {
            assertEquals(i + 1, ((Number) feed.get(i).get("seq")).intValue());
            assertEquals(previous, feed.get(i).get("prevhash"));
            previous = hash(feed.get(i));
        }
        assertEquals(previous, result(store.head(desk.database.pool())).hash());
    }

    @Test
    void ofAnAlertOnAPersonTheProvinceIsToldThatItIsOne() {
        Detections linked = Detections.stop("浙GB0001").model("person-linked-vehicles");
        desk.detect(linked.on(Subject.person("P4711")).raised());
        result(sharing.shareNew());
        List<Map<String, Object>> feed = feed();
        assertEquals(desk.events().size(), feed.size());
        String told = Json.text(feed);
        assertTrue(told.contains("person-linked-vehicles") && told.contains("An alert on a person"), told);
        assertFalse(told.contains("P4711") || told.contains("dump truck stays"), told);
    }

    private static String hash(Map<String, Object> event) {
        return new SharedEvent(
                        ((Number) event.get("seq")).longValue(),
                        (String) event.get("source"),
                        (String) event.get("id"),
                        (String) event.get("type"),
                        (String) event.get("subject"),
                        java.time.Instant.parse((String) event.get("time")),
                        (String) event.get("prevhash"),
                        Map.of())
                .hash();
    }

    @Test
    void aCommandTakesEffectOnceHoweverOftenItComes() {
        desk.detect(Detections.stop("浙GB0001").raised());
        UUID alert = desk.only().id();
        assertEquals(List.of(new Result("p1", "applied", null)), result(inbox.receive(List.of(urge("p1", alert)))));
        assertEquals(List.of(new Result("p1", "repeated", null)), result(inbox.receive(List.of(urge("p1", alert)))));
        assertEquals(List.of("raised", "dispatched", "urged"), types(alert));
        AlertEvent urged =
                result(desk.log.timeline(desk.database.pool(), alert)).get(2);
        assertEquals("province", urged.origin());
        assertEquals("三日未反馈", urged.reason());
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedAndTheRestGoesOn() {
        desk.detect(Detections.stop("浙GB0001").raised());
        UUID alert = desk.only().id();
        List<Result> results = result(inbox.receive(List.of(
                command("p1", alert, "return", Map.of("reason", "照片不清", "returnTo", "on-scene")),
                Map.of("id", "p2"),
                command("p3", alert, "feedback", Map.of("reason", "省厅已知悉")))));
        assertEquals(
                List.of("refused", "refused", "applied"),
                results.stream().map(Result::status).toList());
        assertTrue(results.get(0).reason() != null && results.get(1).reason() != null);
        assertNull(results.get(2).reason());
        assertEquals(1, letters.size());
        assertEquals(List.of("raised", "dispatched", "commented"), types(alert));
    }

    @Test
    void aCommandForAnAlertThatIsNotThereYetWaitsForIt() {
        UUID awaited = UUID.randomUUID();
        assertEquals(
                "parked",
                result(inbox.receive(List.of(urge("p1", awaited)))).get(0).status());
        Registrar registrar =
                new Registrar(TestCity.POLICIES.rules(), desk.worlds, () -> awaited, (after, steps) -> {});
        result(desk.database.transaction(transaction ->
                registrar.detected(transaction, Detections.stop("浙GB0001").raised())));
        result(sharing.shareNew());
        assertEquals(List.of("raised", "dispatched", "urged"), types(awaited));
        result(sharing.shareNew());
        assertEquals(List.of("raised", "dispatched", "urged"), types(awaited));
    }

    @Test
    void adaysOutageLosesAndDoublesNothing() {
        PeerProvince peer = new PeerProvince(desk.context.vertx());
        ExchangeSettings settings = new ExchangeSettings(SOURCE, peer.url(), "secret", Duration.ofSeconds(1));
        ProvinceLink link = new ProvinceLink(desk.context, settings, desk.database, store, inbox);
        desk.detect(Detections.stop("浙GB0001").raised());
        UUID alert = desk.only().id();
        link.push(result(sharing.shareNew()));
        eventually(LIMIT, peer::pushed, pushed -> pushed.equals(List.of(alert + "/1", alert + "/2")));

        peer.away(true);
        for (int i = 0; i < 130; i++) {
            peer.say(urge("p" + i, alert));
        }
        result(link.pull());
        link.push(result(sharing.shareNew()));
        desk.clock.advance(Duration.ofDays(1));
        result(link.pull());
        peer.away(false);

        result(link.pull());
        result(link.pull());
        assertEquals(130, types(alert).stream().filter("urged"::equals).count());
        result(sharing.shareNew());
        assertEquals(desk.events().size(), feed().size());
    }
}
