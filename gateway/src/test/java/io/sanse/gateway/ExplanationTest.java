package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.Subject;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why and why not, at the door. */
class ExplanationTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a truck of one's own             | operator | vehicle:浙GA1234        | 2026-03-12T20:00:00Z | 200",
                "a truck of a foreign carrier     | operator | vehicle:浙AF0001        | 2026-03-12T20:00:00Z | 404",
                "the same for who sees everything | auditor  | vehicle:浙AF0001        | 2026-03-12T20:00:00Z | 200",
                "a foreign firm                   | operator | enterprise:ent-foreign | 2026-03-12T20:00:00Z | 404",
                "a manifest of foreign firms      | operator | manifest:M-foreign     | 2026-03-12T20:00:00Z | 404",
                "a manifest of one's own          | operator | manifest:M-across      | 2026-03-12T20:00:00Z | 200",
                "a person                         | operator | person:p-1             | 2026-03-12T20:00:00Z | 403",
                "no time                          | operator | vehicle:浙GA1234        | yesterday            | 400",
                "no subject                       | operator | truck                  | 2026-03-12T20:00:00Z | 400"
            })
    void whyNot(String name, String user, String subject, String at, int status) {
        HttpResponse<String> response = why("vehicle-suspicious-stop", user, subject, at);
        assertEquals(status, response.statusCode(), response.body());
    }

    private static HttpResponse<String> why(String model, String user, String subject, String at) {
        HttpResponse<String> response = GATEWAY.get(
                "/api/v1/models/" + model + "/explanation?subject=" + ApiModel.encode(subject) + "&at="
                        + ApiModel.encode(at),
                user);
        assertEquals(Set.of(), API.complaints(API.operation("getModelExplanation"), response));
        return response;
    }

    @Test
    void aModelThatIsNotThere() {
        HttpResponse<String> response =
                why(FakeExplanations.UNKNOWN, "operator", "vehicle:浙GA1234", "2026-03-12T20:00:00Z");
        assertEquals(404, response.statusCode());
    }

    @Test
    void theBundleOfAnAlertIsThatOfItsDetectionAndComesAsItWasHashed() {
        HttpResponse<String> response =
                GATEWAY.get("/api/v1/alerts/6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11/bundle", "operator");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(Set.of(), API.complaints(API.operation("getAlertBundle"), response));
        JsonNode bundle = ApiModel.parse(response.body());
        assertEquals(ApiModel.parse("{\"tonnes\":8.5,\"set\":[\"b\",\"a\"]}"), bundle.get("detection"));
        assertEquals(
                Subject.vehicle("浙GA1234"),
                GATEWAY.services.explanations.lastBundle.get().subject());
    }

    @Test
    void theBundleOfAForeignAlertIsNotThere() {
        String foreign = GATEWAY.services.alerts.foreign.toString();
        assertEquals(
                404,
                GATEWAY.get("/api/v1/alerts/" + foreign + "/bundle", "officer-ecology")
                        .statusCode());
    }
}
