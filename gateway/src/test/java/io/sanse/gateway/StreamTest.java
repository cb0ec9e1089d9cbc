package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.Hints;
import io.sanse.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live stream. */
class StreamTest {
    private static final String PATH = "/api/v1/stream";
    private static final String OURS = "330784";
    private static final String FOREIGN = "330106";

    private GatewayFixture gateway;

    @BeforeEach
    void start() {
        gateway = new GatewayFixture(Map.of(
                "gateway.stream.poll", "PT1S",
                "gateway.stream.heartbeat", "PT1S",
                "gateway.stream.patience", "PT2S",
                "gateway.stream.positions", "2"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private StreamClient open(String query, String user) {
        return new StreamClient(gateway, gateway.request(PATH + query, user));
    }

    private void raise(String division) {
        gateway.services.alerts.raise(UUID.randomUUID(), division);
    }

    private void hint() {
        gateway.vertx.eventBus().publish(Hints.ALERT_EVENTS, "");
    }

    @Test
    void tellsWhereItStandsAndThenWhatIsNew() {
        ApiModel api = gateway.api();
        try (StreamClient client = open("", "operator")) {
            client.awaitId("c-2");
            raise(OURS);
            hint();

            StreamClient.Event event = client.await(1).get(0);

            assertEquals("alert", event.type());
            assertEquals("c-3", event.id());
            assertEquals(Set.of(), api.complaints(api.schema("AlertEvent"), ApiModel.parse(event.data())));
            assertEquals(
                    "text/event-stream",
                    client.response.headers().firstValue("content-type").orElseThrow());
        }
    }

    @Test
    void findsWhatItsHintWasLostOf() {
        try (StreamClient client = open("", "operator")) {
            client.awaitId("c-2");
            raise(OURS);
            assertEquals("c-3", client.await(1).get(0).id());
        }
    }

    @Test
    void resumesBehindTheLastIdWithoutGapOrRepeat() {
        for (int i = 0; i < 250; i++) {
            raise(OURS);
        }
        try (StreamClient client =
                new StreamClient(gateway, gateway.request(PATH, "operator").header("Last-Event-ID", "c-2"))) {
            List<StreamClient.Event> events = client.await(250);
            List<String> expected =
                    IntStream.range(3, 253).mapToObj(number -> "c-" + number).toList();
            assertEquals(expected, events.stream().map(StreamClient.Event::id).toList());
            assertEquals(expected, client.ids, "whoever is cut off must never stand behind what it has not got");
        }
    }

    @Test
    void theHeaderWinsOverTheQuery() {
        raise(OURS);
        raise(OURS);
        try (StreamClient client = new StreamClient(
                gateway, gateway.request(PATH + "?lastEventId=c-2", "operator").header("Last-Event-ID", "c-3"))) {
            assertEquals("c-4", client.await(1).get(0).id());
        }
        try (StreamClient client = open("?lastEventId=c-2", "operator")) {
            assertEquals("c-3", client.await(2).get(0).id());
        }
    }

    @Test
    void showsOnlyWhatTheCallerMaySeeAndMovesItOnOverTheRest() {
        try (StreamClient officer = open("", "officer-ecology");
                StreamClient auditor = open("", "auditor")) {
            officer.awaitId("c-2");
            auditor.awaitId("c-2");
            raise(FOREIGN);
            hint();

            assertEquals("c-3", auditor.await(1).get(0).id());
            officer.awaitId("c-3");
            assertEquals(List.of(), officer.events);
        }
    }

    @ParameterizedTest(name = "lastEventId={0}")
    @ValueSource(strings = {"nonsense", "c-999", "%20", "a%0Ab"})
    void aCursorThatIsNoneIsAnsweredAtOnce(String cursor) {
        HttpResponse<String> response = gateway.get(PATH + "?lastEventId=" + cursor, "operator");
        assertTrue(response.statusCode() == 422 || response.statusCode() == 400, response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElseThrow());
    }

    @Test
    void showsPositionsWithinTheCallersAreaAndNotTooMany() {
        try (StreamClient officer = open("", "officer-ecology");
                StreamClient auditor = open("", "auditor");
                StreamClient quiet = open("?positions=false", "auditor")) {
            officer.awaitId("c-2");
            auditor.awaitId("c-2");
            quiet.awaitId("c-2");
            position("vehicle:in", 120.5, 28.5);
            position("vehicle:in", 120.6, 28.6);
            position("vehicle:out", 119.0, 28.5);

            JsonNode seen = ApiModel.parse(officer.await(1).get(0).data());
            assertEquals("vehicle:in", seen.get("subject").asText());
            assertEquals(120.6, seen.get("longitude").asDouble());
            assertFalse(seen.has("speedKmh"));
            assertEquals(2, auditor.await(2).size());
            assertEquals(1, officer.events.size());
            assertEquals(List.of(), quiet.events);
            assertEquals("position", auditor.events.get(0).type());

            for (int i = 0; i < 50; i++) {
                position("vehicle:" + i, 120.5, 28.5);
            }
            Eventually.eventually(
                    Duration.ofSeconds(5),
                    () -> gateway.context
                            .metrics()
                            .counter("sanse_stream_positions_dropped_total")
                            .count(),
                    dropped -> dropped >= 90);
        }
    }

    private void position(String subject, double longitude, double latitude) {
        gateway.vertx
                .eventBus()
                .publish(
                        Hints.POSITIONS,
                        new JsonObject()
                                .put("subject", subject)
                                .put("longitude", longitude)
                                .put("latitude", latitude)
                                .putNull("speedKmh")
                                .put("observedAt", "2026-03-12T15:04:05Z"));
    }

    @Test
    void aHintThatIsNoneIsPassedOver() {
        try (StreamClient client = open("", "auditor")) {
            client.awaitId("c-2");
            gateway.vertx.eventBus().publish(Hints.POSITIONS, new JsonObject().put("subject", 1));
            position("vehicle:a", 120.5, 28.5);
            assertEquals(1, client.await(1).size());
        }
    }

    @Test
    void beats() {
        try (StreamClient client = open("", "operator")) {
            Eventually.eventually(Duration.ofSeconds(5), client.comments::size, size -> size >= 2);
        }
    }

    @Test
    void endsWithTheToken() {
        String token = gateway.issuer
                .key()
                .sign(gateway.issuer
                        .claims("operator")
                        .put("exp", Instant.now().plusSeconds(2).getEpochSecond()));
        try (StreamClient client =
                new StreamClient(gateway, gateway.request(PATH).header("authorization", "Bearer " + token))) {
            StreamClient.Event end = client.await(1).get(0);
            assertEquals(new StreamClient.Event("end", "c-2", "{\"reason\":\"token-expired\"}"), end);
            Eventually.eventually(Duration.ofSeconds(5), () -> client.ended, ended -> ended);
        }
    }

    @Test
    void saysWhenTheGatewayStops() {
        GatewayFixture other = new GatewayFixture();
        try (StreamClient client = new StreamClient(other, other.request(PATH, "operator"))) {
            client.awaitId("c-2");
            other.close();
            assertEquals("{\"reason\":\"stopping\"}", client.await(1).get(0).data());
        }
    }

    @Test
    void goesOnAfterTheAlertServiceWasAway() {
        try (StreamClient client = open("", "operator")) {
            client.awaitId("c-2");
            gateway.services.unbindAlerts();
            raise(OURS);
            hint();
            int beats = client.comments.size();
            Eventually.eventually(Duration.ofSeconds(5), client.comments::size, size -> size >= beats + 2);
            gateway.services.bindAlerts();
            assertEquals("c-3", client.await(1).get(0).id());
        }
    }

    @Test
    void aClientThatDoesNotReadIsBoundedAndLetGo() throws Exception {
        try (Socket socket = RawHttp.connect(gateway.port)) {
            RawHttp.write(
                    socket,
                    "GET " + PATH + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + gateway.issuer.token("operator")
                            + "\r\n\r\n");
            socket.getInputStream().read();
            for (int i = 0; i < 20_000; i++) {
                raise(OURS);
            }
            hint();
            Eventually.eventually(
                    Duration.ofSeconds(15),
                    () -> gateway.context
                            .metrics()
                            .counter("sanse_stream_ended_total", "reason", "too-slow")
                            .count(),
                    ended -> ended == 1);
            int questions = gateway.services.alerts.eventQuestions.get();
            assertTrue(questions < 150, questions + " pages were asked for a client that reads none");
        }
    }

    @Test
    void manyClientsGetTheSame() {
        List<StreamClient> clients =
                Stream.generate(() -> open("", "operator")).limit(20).toList();
        clients.forEach(client -> client.awaitId("c-2"));
        for (int i = 0; i < 30; i++) {
            raise(OURS);
            hint();
        }
        for (StreamClient client : clients) {
            assertEquals(
                    30,
                    client.await(30).stream()
                            .map(StreamClient.Event::id)
                            .distinct()
                            .count());
            client.close();
        }
    }
}
