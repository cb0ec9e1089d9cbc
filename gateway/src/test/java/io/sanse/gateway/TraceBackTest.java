package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trace-backs at the door: orders, places that are none, and whose vehicles are shown to whom. */
class TraceBackTest {
    private static final String PATH = "/api/v1/trace-backs";
    private static final String SPAN = "\"from\":\"2026-03-12T12:00:00Z\",\"until\":\"2026-03-12T22:00:00Z\"";
    private static final String POINT = "\"point\":{\"longitude\":120.02,\"latitude\":28.9}";
    private static final String RING = "\"polygon\":[{\"longitude\":120.0,\"latitude\":28.9},"
            + "{\"longitude\":120.1,\"latitude\":28.9},{\"longitude\":120.1,\"latitude\":29.0}]";

    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();

    private static HttpResponse<String> post(String body) {
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(PATH)
                .header("authorization", "Bearer " + GATEWAY.issuer.token("operator"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertEquals(Set.of(), API.complaints(API.operation("postTraceBack"), response));
        return response;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a circle                        | point,radius         | 202",
                "a polygon                       | ring                 | 202",
                "no place                        | none                 | 400",
                "a point without a radius        | point                | 400",
                "a radius without a point        | radius               | 400",
                "a circle and a polygon          | point,radius,ring    | 400",
                "a polygon and a point           | point,ring           | 400",
                "a polygon and a radius          | ring,radius          | 400",
            })
    void places(String name, String members, int status) {
        List<String> body = new ArrayList<>(List.of(SPAN));
        for (String member : members.split(",")) {
            switch (member) {
                case "point" -> body.add(POINT);
                case "radius" -> body.add("\"radiusM\":300");
                case "ring" -> body.add(RING);
                default -> {}
            }
        }
        assertEquals(status, post("{" + String.join(",", body) + "}").statusCode());
    }

    @Test
    void anOrderSaysWhereItsResultWillBe() {
        HttpResponse<String> response = post("{" + POINT + ",\"radiusM\":300," + SPAN + "}");
        JsonNode job = ApiModel.parse(response.body());
        assertEquals(
                PATH + "/" + job.get("id").asText(),
                response.headers().firstValue("location").orElseThrow());
        assertEquals("queued", job.get("state").asText());
        assertEquals(
                "operator", GATEWAY.services.traceBacks.lastOrder.get().caller().user());
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        HttpResponse<String> response = post(
                "{" + POINT + ",\"radiusM\":300,\"from\":\"2026-03-12T12:00:00Z\",\"until\":\"2026-03-12T12:00:00Z\"}");
        assertEquals(422, response.statusCode());
    }

    @ParameterizedTest(name = "{0} sees {1} of two vehicles and {2} firms of the first")
    @CsvSource({"operator, 1, 1", "auditor, 2, 2"})
    void whatLiesOutsideOfTheAreaIsHidden(String user, int vehicles, int firms) {
        HttpResponse<String> response = GATEWAY.get(PATH + "/" + UUID.randomUUID(), user);
        assertEquals(200, response.statusCode());
        assertEquals(Set.of(), API.complaints(API.operation("getTraceBack"), response));
        JsonNode result = ApiModel.parse(response.body()).get("result");
        assertEquals(vehicles, result.get("candidates").size());
        assertEquals(2 - vehicles, result.get("hidden").asInt());
        assertEquals(firms, result.at("/candidates/0/firms").size());
    }

    @Test
    void aMissingJobIsMissing() {
        assertEquals(
                404,
                GATEWAY.get(PATH + "/" + FakeTraceBacks.MISSING, "operator").statusCode());
    }

    @Test
    void theJobsOfAnAlertAreAskedForByItsEpisode() {
        String cause = "?model=vehicle-suspicious-stop&subject=" + ApiModel.encode("vehicle:浙GA1234");
        assertEquals(400, GATEWAY.get(PATH + cause, "operator").statusCode());
        assertEquals(
                200,
                GATEWAY.get(PATH + cause + "&episodeStart=2026-03-12T15:04:05.250Z", "operator")
                        .statusCode());
        assertEquals(
                Samples.NIGHT,
                GATEWAY.services.traceBacks.lastQuery.get().cause().episodeStart());
        assertEquals(200, GATEWAY.get(PATH, "operator").statusCode());
        assertNull(GATEWAY.services.traceBacks.lastQuery.get().cause());
    }
}
