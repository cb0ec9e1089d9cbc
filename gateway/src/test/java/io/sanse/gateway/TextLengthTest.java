package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document promises of the length of texts. */
class TextLengthTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    @Test
    void theReaderReadsWhatTheDocumentPromises() {
        JsonNode document =
                ApiModel.parse(GATEWAY.send(GATEWAY.request("/openapi.json")).body());
        List<JsonNode> lengths = document.findValues("maxLength");
        assertTrue(lengths.size() > 10);
        int longest = lengths.stream().mapToInt(JsonNode::asInt).max().orElseThrow();
        assertEquals(longest, Json.strict().getFactory().streamReadConstraints().getMaxStringLength());
    }

    @ParameterizedTest(name = "text of {0}, cases of {1}: {2}")
    @CsvSource({"100000, 400000, 201", "100001, 400000, 400", "100000, 400001, 400"})
    void versionsOfThePromisedLengthAreTaken(int text, int cases, int status) {
        JsonObject body = new JsonObject().put("text", "t".repeat(text)).put("cases", "c".repeat(cases));
        HttpResponse<String> response =
                GATEWAY.send(GATEWAY.request("/api/v1/models/vehicle-suspicious-stop/versions", "operator")
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
        assertEquals(status, response.statusCode(), response.body());
    }
}
