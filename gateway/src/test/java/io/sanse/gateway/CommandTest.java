package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertCommand;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, entity tags and command ids. */
class CommandTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private UUID alert;

    @BeforeEach
    void raiseAnAlert() {
        alert = UUID.randomUUID();
        GATEWAY.services.alerts.raise(alert, "330784");
    }

    @Test
    void theEntityTagIsTheVersionAndMovesOnWithACommand() {
        HttpResponse<String> seen = GATEWAY.get("/api/v1/alerts/" + alert, "operator");
        String etag = seen.headers().firstValue("etag").orElseThrow();
        assertEquals("\"1\"", etag);

        HttpResponse<String> done = command("{\"type\":\"sign\"}", Map.of("if-match", etag));

        assertEquals(200, done.statusCode(), done.body());
        assertEquals("\"2\"", done.headers().firstValue("etag").orElseThrow());
        assertEquals(1L, last().expectedVersion());
    }

    @ParameterizedTest(name = "If-None-Match: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1\" | 304",
                "W/\"1\" | 304",
                "\"0\", \"1\" | 304",
                "* | 304",
                "\"2\" | 200",
                "1 | 200",
                "\"\" | 200"
            })
    void sendsAnAlertAgainOnlyWhenThereIsNews(String held, int status) {
        HttpResponse<String> response = GATEWAY.send(
                GATEWAY.request("/api/v1/alerts/" + alert, "operator").header("if-none-match", held));

        assertEquals(status, response.statusCode());
        assertEquals("\"1\"", response.headers().firstValue("etag").orElseThrow());
        assertEquals(status == 304, response.body().isEmpty());
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        Map<String, String> headers =
                Map.of("idempotency-key", UUID.randomUUID().toString(), "if-match", "\"1\"");
        HttpResponse<String> first = command("{\"type\":\"sign\"}", headers);
        HttpResponse<String> second = command("{\"type\":\"sign\"}", headers);

        assertEquals(200, second.statusCode());
        assertEquals(first.body(), second.body());
    }

    @Test
    void aStaleVersionSaysWhichIsCurrent() {
        command("{\"type\":\"sign\",\"expectedVersion\":1}", Map.of());
        HttpResponse<String> stale = command("{\"type\":\"notify\",\"expectedVersion\":1}", Map.of());

        JsonNode problem = problem(412, "stale", stale);
        assertEquals(2, problem.get("version").asInt());
        assertEquals("The alert is at version 2", problem.get("detail").asText());
    }

    @Test
    void aCommandThatTheStateForbidsSaysWhichAreAllowed() {
        JsonNode problem = problem(409, "conflict", command("{\"type\":\"close\",\"expectedVersion\":1}", Map.of()));
        assertEquals("sign", problem.get("allowed").get(0).asText());
    }

    @ParameterizedTest(name = "{0} without a version")
    @EnumSource(CommandType.class)
    void aCommandThatChangesTheStateNeedsAVersion(CommandType type) {
        boolean free = type == CommandType.COMMENT || type == CommandType.URGE || type == CommandType.SUPERVISE;
        HttpResponse<String> response = command("{\"type\":\"" + type.text() + "\"}", Map.of());

        assertEquals(free ? 200 : 428, response.statusCode(), response.body());
        if (free) {
            assertNull(last().expectedVersion());
        } else {
            problem(428, "version-required", response);
        }
    }

    @Test
    void aStarStandsForWhateverIsCurrent() {
        assertEquals(
                200, command("{\"type\":\"sign\"}", Map.of("if-match", "*")).statusCode());
        assertNull(last().expectedVersion());
    }

    @Test
    void bothWaysToSayTheVersionMustAgree() {
        String body = "{\"type\":\"sign\",\"expectedVersion\":1}";
        problem(400, "bad-request", command(body, Map.of("if-match", "\"2\"")));
        assertEquals(200, command(body, Map.of("if-match", "\"1\"")).statusCode());
    }

    @ParameterizedTest(name = "If-Match: {0}")
    @ValueSource(strings = {"1", "W/\"1\"", "\"1\", \"2\"", "\"a\"", "\"-1\"", "\"9999999999999999999\"", "\"\""})
    void refusesEntityTagsThatAreNoneOfOurs(String tag) {
        problem(400, "bad-request", command("{\"type\":\"sign\"}", Map.of("if-match", tag)));
    }

    @ParameterizedTest(name = "Idempotency-Key: {0}")
    @ValueSource(strings = {"", "1", "not-a-uuid", "6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11x", "none"})
    void needsACommandId(String key) {
        HttpRequest.Builder request = GATEWAY.request("/api/v1/alerts/" + alert + "/commands", "operator")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"comment\"}"));
        HttpResponse<String> response =
                GATEWAY.send(key.equals("none") ? request : request.header("idempotency-key", key));
        problem(400, "bad-request", response);
    }

    @Test
    void everythingThatAPersonSaysReachesTheService() {
        String body = """
                {"type":"verify","expectedVersion":1,"reason":"属实","clientAt":"2026-03-12T23:05:00+08:00","details":{"outcome":"confirmed",
                "tonnes":8.5,"photos":["%s"],"location":{"longitude":120.02,"latitude":28.89}}}""".formatted(Samples.HASH);
        command(body, Map.of());

        AlertCommand command = last();
        assertEquals("operator", command.caller().user());
        assertEquals(alert, command.alertId());
        assertEquals(Instant.parse("2026-03-12T15:05:00Z"), command.clientAt());
        assertEquals("属实", command.reason());
        assertEquals("confirmed", command.details().outcome());
        assertEquals(8.5, command.details().tonnes());
        assertEquals(120.02, command.details().location().longitude());
        assertTrue(command.details().photos().contains(Samples.HASH));
    }

    private static AlertCommand last() {
        return GATEWAY.services.alerts.lastCommand();
    }

    private HttpResponse<String> command(String body, Map<String, String> headers) {
        HttpRequest.Builder request = GATEWAY.request("/api/v1/alerts/" + alert + "/commands", "operator")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!headers.containsKey("idempotency-key")) {
            request.header("idempotency-key", UUID.randomUUID().toString());
        }
        return GATEWAY.send(request);
    }

    private static JsonNode problem(int status, String type, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        JsonNode problem = ApiModel.parse(response.body());
        assertEquals("urn:sanse:problem:" + type, problem.get("type").asText());
        return problem;
    }
}
