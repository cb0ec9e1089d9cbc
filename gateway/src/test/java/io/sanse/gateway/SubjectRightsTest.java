package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which subjects exist for whom. */
class SubjectRightsTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "what is known of a person             | operator        | person     | p-1         | 403",
                "a truck whose carrier nobody knows    | operator        | vehicle    | 浙GA1234     | 200",
                "a truck of a foreign carrier          | operator        | vehicle    | 浙AF0001     | 404",
                "the same for an officer               | officer-ecology | vehicle    | 浙AF0001     | 404",
                "the same for who is on the road       | field           | vehicle    | 浙AF0001     | 404",
                "the same for who sees everything      | auditor         | vehicle    | 浙AF0001     | 200",
                "a foreign truck that an alert names   | officer-ecology | vehicle    | 浙AF0002     | 200",
                "a firm of the own area                | officer-ecology | enterprise | ent-0012     | 200",
                "a foreign firm                        | officer-ecology | enterprise | ent-foreign  | 404",
                "a foreign firm for an admin           | admin           | enterprise | ent-foreign  | 200",
                "a manifest of foreign firms           | operator        | manifest   | M-foreign    | 404",
                "a manifest of one's own and a foreign | operator        | manifest   | M-across     | 200",
                "a manifest of nobody known            | operator        | manifest   | M-unknown    | 200",
                "a feed                                | operator        | feed       | gps-east     | 200"
            })
    void observations(String name, String user, String type, String id, int status) {
        String subject = ApiModel.encode(type + ':' + id);
        assertStatus(status, "getObservations", GATEWAY.get("/api/v1/observations?subject=" + subject, user));
        if (type.equals("vehicle")) {
            String path = "/api/v1/subjects/vehicle/" + ApiModel.encode(id);
            assertStatus(status, "getSubject", GATEWAY.get(path, user));
            assertStatus(status, "getTrack", GATEWAY.get(path + "/track", user));
        }
    }

    /** The span that is asked for holds no step with a firm: the month before does, or none. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "operator, M-late-foreign, 404",
        "operator, M-late-own, 200",
        "operator, M-nameless, 404",
        "auditor, M-late-foreign, 200",
        "auditor, M-nameless, 200"
    })
    void aManifestIsJudgedByAllOfItsSteps(String user, String id, int status) {
        String span = "&from=" + Samples.NIGHT + "&until=" + Samples.NIGHT.plusSeconds(3_600);
        String path = "/api/v1/observations?subject=manifest:" + id + span;
        assertStatus(status, "getObservations", GATEWAY.get(path, user));
    }

    private static void assertStatus(int expected, String operation, HttpResponse<String> response) {
        assertEquals(expected, response.statusCode(), response.body());
        assertEquals(Set.of(), API.complaints(API.operation(operation), response));
    }

    /** What belongs to nobody's area is the same for everybody; how much of it is told is the service's to say, by the caller that it gets. */
    @Test
    void whoSeesAForeignAreaReadsWhatBelongsToNone() {
        JsonObject claims = GATEWAY.issuer.claims("operator").put("areas", JsonArray.of("110000"));
        String token = "Bearer " + GATEWAY.issuer.key().sign(claims);
        Map.of("listCertifications", "/api/v1/models/certifications", "getModelState", "/api/v1/models/state")
                .forEach((operation, path) -> assertStatus(
                        200, operation, GATEWAY.send(GATEWAY.request(path).header("authorization", token))));
        assertEquals(
                List.of("110000"),
                GATEWAY.services.lastStateQuery.get().caller().areas());
    }

    @Test
    void aForeignSubjectLooksLikeNone() {
        JsonNode hidden = problem("%E6%B5%99AF0001");
        assertEquals(problem("%E6%B5%99XX9999"), hidden);
    }

    private static JsonNode problem(String plate) {
        HttpResponse<String> response = GATEWAY.get("/api/v1/subjects/vehicle/" + plate, "operator");
        assertEquals(404, response.statusCode());
        JsonNode problem = ApiModel.parse(response.body());
        ((ObjectNode) problem).remove("instance");
        return problem;
    }

    @Test
    void aRegistryThatIsAwayShowsNothing() {
        GATEWAY.services.unbindIngest();
        try {
            HttpResponse<String> response =
                    GATEWAY.get("/api/v1/observations?subject=vehicle:%E6%B5%99AF0001", "operator");
            assertStatus(503, "getObservations", response);
        } finally {
            GATEWAY.services.bindIngest();
        }
    }
}
