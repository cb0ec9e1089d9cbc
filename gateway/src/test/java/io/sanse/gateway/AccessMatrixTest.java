package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.contract.Role;
import io.sanse.gateway.ApiModel.Operation;
import io.sanse.testing.TestKey;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every operation of the document × every kind of caller. Generated: an operation that is new is tried without being added here. */
class AccessMatrixTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();
    private static final TestKey STRANGER = TestKey.p256("test-1");

    private static final Map<Role, String> USERS = Map.of(
            Role.OPERATOR, "operator",
            Role.DEPARTMENT_OFFICER, "officer-ecology",
            Role.FIELD_OFFICER, "field",
            Role.AUDITOR, "auditor",
            Role.INTEGRATOR, "integrator",
            Role.PROVINCE, "province",
            Role.ADMIN, "admin");

    @TestFactory
    Stream<DynamicTest> refusesCallersWhoseTokenIsNotGood() {
        JsonObject claims = GATEWAY.issuer.claims("admin");
        long past = Instant.now().minusSeconds(60).getEpochSecond();
        Map<String, String> tokens = Map.of(
                "no token",
                "",
                "expired",
                "Bearer " + GATEWAY.issuer.key().sign(claims.copy().put("exp", past)),
                "forged",
                "Bearer " + STRANGER.sign(claims),
                "for others",
                "Bearer " + GATEWAY.issuer.key().sign(claims.copy().put("aud", "other")),
                "nonsense",
                "Bearer nonsense",
                "Basic",
                "Basic dTpw");
        return protectedOperations().flatMap(operation -> tokens.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(
                        operation + ", " + token.getKey(), () -> refusesWith401(operation, token.getValue()))));
    }

    private static void refusesWith401(Operation operation, String authorization) {
        HttpRequest.Builder request = API.good(GATEWAY, operation);
        if (!authorization.isEmpty()) {
            request.header("authorization", authorization);
        }
        HttpResponse<String> response = GATEWAY.send(request);

        assertEquals(401, response.statusCode(), response.body());
        assertEquals(Set.of(), API.complaints(operation, response));
        String challenge = response.headers().firstValue("www-authenticate").orElseThrow();
        assertEquals(authorization.startsWith("Bearer") ? "Bearer error=\"invalid_token\"" : "Bearer", challenge);
    }

    @TestFactory
    Stream<DynamicTest> letsOnlyTheRolesOfTheDocumentPass() {
        return protectedOperations().flatMap(operation -> Stream.of(Role.values())
                .map(role -> DynamicTest.dynamicTest(operation + " by " + role.text(), () -> {
                    HttpResponse<String> response = sendAs(operation, USERS.get(role));
                    boolean allowed = operation.roles().contains(role);

                    assertEquals(allowed, response.statusCode() / 100 == 2, response.statusCode() + response.body());
                    assertEquals(allowed ? response.statusCode() : 403, response.statusCode());
                    assertEquals(Set.of(), API.complaints(operation, response));
                })));
    }

    private static HttpResponse<String> sendAs(Operation operation, String user) {
        HttpRequest.Builder request =
                API.good(GATEWAY, operation).header("authorization", "Bearer " + GATEWAY.issuer.token(user));
        return GATEWAY.sendTo(operation, request);
    }

    private static Stream<Operation> protectedOperations() {
        return API.operations().stream().filter(operation -> !operation.open());
    }

    @Test
    void onlyTheSiteIsOpen() {
        assertEquals(
                List.of("getOpenApi", "getRoot", "getConsole"),
                API.operations().stream()
                        .filter(Operation::open)
                        .map(Operation::id)
                        .toList());
    }

    @Test
    void nobodyLearnsWhatAForeignDepartmentHas() {
        String foreign = GATEWAY.services.alerts.foreign.toString();
        String none = "00000000-0000-4000-8000-000000000000";
        HttpResponse<String> hidden = GATEWAY.get("/api/v1/alerts/" + foreign, "officer-ecology");
        HttpResponse<String> missing = GATEWAY.get("/api/v1/alerts/" + none, "officer-ecology");

        assertEquals(404, hidden.statusCode());
        assertEquals(withoutInstance(missing), withoutInstance(hidden));
        assertEquals(200, GATEWAY.get("/api/v1/alerts/" + foreign, "auditor").statusCode());
    }

    private static JsonNode withoutInstance(HttpResponse<String> response) {
        JsonNode problem = ApiModel.parse(response.body());
        ((ObjectNode) problem).remove("instance");
        return problem;
    }

    @Test
    void everySampleUserIsTried() {
        assertTrue(USERS.keySet().containsAll(Set.of(Role.values())));
    }

    @Test
    void theDocumentsExamplesFitItsSchemas() {
        assertEquals(Map.of(), API.complaintsAboutExamples());
    }
}
