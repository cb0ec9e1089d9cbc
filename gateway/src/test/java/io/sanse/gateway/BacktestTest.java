package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BacktestTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final String ID = "6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11";

    private static HttpResponse<String> begin(String body) {
        return GATEWAY.send(GATEWAY.request("/api/v1/backtests")
                .header("authorization", "Bearer " + GATEWAY.issuer.token("operator"))
                .header("content-type", "application/json")
                .header("Idempotency-Key", ID)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aJobBeginsUnderTheIdThatTheClientMade() {
        HttpResponse<String> response =
                begin("{\"from\":\"2026-03-11T16:00:00+08:00\",\"until\":\"2026-03-12T16:00:00Z\"}");
        assertEquals(202, response.statusCode(), response::body);
        assertEquals(ID, ApiModel.parse(response.body()).get("id").asText());
    }

    @Test
    void whatIsWrongInAModelIsToldByLineAndColumn() {
        HttpResponse<String> response = begin("{\"models\":[\"" + FakeBacktests.WRONG
                + "\"],\"from\":\"2026-03-11T16:00:00Z\",\"until\":\"2026-03-12T16:00:00Z\"}");
        JsonNode problem = ApiModel.parse(response.body());
        assertEquals(422, response.statusCode());
        assertEquals("urn:sanse:problem:rejected", problem.get("type").asText());
        assertEquals(1, problem.at("/problems/0/line").asInt());
        assertEquals(6, problem.at("/problems/0/column").asInt());
    }
}
