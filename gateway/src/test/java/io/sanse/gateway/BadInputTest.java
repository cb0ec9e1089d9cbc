package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.contract.Role;
import io.sanse.gateway.ApiModel.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input in every parameter and every member of every body, by the document: never a 5xx, always a problem document that gives nothing away. */
class BadInputTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();
    private static final Pattern REVEALING = Pattern.compile(
            "Exception|io\\.sanse|io\\.vertx|java\\.|com\\.fasterxml|\\tat |StreamReadConstraints|SELECT |127\\.0\\.0\\.1:");
    private static final String ALERT = "/api/v1/alerts/6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11";

    @TestFactory
    Stream<DynamicTest> parameters() {
        return operations().flatMap(operation -> API.parameters(operation).stream()
                .filter(parameter -> !parameter.get("in").asText().equals("header"))
                .map(parameter -> DynamicTest.dynamicTest(
                        operation + " " + parameter.get("name").asText(), () -> parameter(operation, parameter))));
    }

    private static void parameter(Operation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        Map<String, String> texts = new LinkedHashMap<>(Mutations.TEXTS);
        if (parameter.get("in").asText().equals("path")) {
            // a path without it is another path
            texts.remove("empty");
        }
        texts.forEach((description, text) -> {
            HttpRequest.Builder request = as(GATEWAY.request(API.target(operation, Map.of(name, text))), operation);
            expectAnswer(operation, description, API.withBody(request, operation, API.goodBody(operation)));
        });
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return operations()
                .filter(Operation::hasBody)
                .filter(operation -> !operation.id().equals("postObservations"))
                .flatMap(operation -> Mutations.of(ApiModel.parse(API.goodBody(operation))).entrySet().stream()
                        .map(body -> DynamicTest.dynamicTest(operation + " " + body.getKey(), () -> {
                            HttpRequest.Builder request =
                                    as(GATEWAY.request(API.target(operation, Map.of())), operation);
                            expectAnswer(operation, body.getKey(), API.withBody(request, operation, body.getValue()));
                        })));
    }

    private static void expectAnswer(Operation operation, String description, HttpRequest.Builder request) {
        HttpResponse<String> response = GATEWAY.sendTo(operation, request);
        if (response.statusCode() >= 400) {
            assertProblem(description, response);
        } else {
            assertEquals(Set.of(), API.complaints(operation, response), description);
        }
    }

    @TestFactory
    Stream<DynamicTest> membersThatTheDocumentDoesNotKnow() {
        return operations()
                .filter(operation -> Set.of("commandAlert", "resolveDelivery").contains(operation.id()))
                .flatMap(operation -> Stream.of("id", "status", "version", "createdBy", "department", "caller", "roles")
                        .map(name -> DynamicTest.dynamicTest(operation + " " + name, () -> {
                            ObjectNode body = (ObjectNode) ApiModel.parse(API.goodBody(operation));
                            HttpRequest.Builder request =
                                    as(GATEWAY.request(API.target(operation, Map.of())), operation);
                            String more = body.put(name, "admin").toString();
                            assertEquals(
                                    400,
                                    GATEWAY.send(API.withBody(request, operation, more))
                                            .statusCode());
                        })));
    }

    private static void assertProblem(String description, HttpResponse<String> response) {
        assertAll(
                description + ": " + response.statusCode() + ' ' + response.body(),
                () -> assertTrue(response.statusCode() < 500),
                () -> assertEquals(
                        "application/problem+json",
                        response.headers().firstValue("content-type").orElse("none")),
                () -> assertEquals(Set.of(), API.complaints(API.schema("Problem"), ApiModel.parse(response.body()))),
                () -> assertEquals(
                        response.statusCode(),
                        ApiModel.parse(response.body()).get("status").asInt()),
                () -> assertFalse(REVEALING.matcher(response.body()).find()));
    }

    private static Stream<Operation> operations() {
        return API.operations().stream().filter(operation -> !operation.open());
    }

    private static HttpRequest.Builder as(HttpRequest.Builder request, Operation operation) {
        String user =
                operation.roles().contains(Role.PROVINCE) && !operation.roles().contains(Role.OPERATOR)
                        ? "province"
                        : "operator";
        return request.header("authorization", "Bearer " + GATEWAY.issuer.token(user));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /api, 404",
        "GET, /api/v1, 404",
        "GET, /api/v2/alerts, 404",
        "GET, /API/V1/ALERTS, 404",
        "GET, /api/v1/subjects/vehicle, 404",
        "GET, /health/ready, 404",
        "GET, /metrics, 404",
        "GET, /openapi.yaml, 404",
        "GET, /console/../openapi.yaml, 404",
        "GET, /api/v1/subjects/vehicle/%zz, 400",
        "GET, /api/v1/alerts?after=%zz, 400",
        "DELETE, /api/v1/alerts, 405",
        "PUT, /api/v1/alerts/6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11, 405",
        "POST, /api/v1/models, 405",
        "OPTIONS, /api/v1/alerts, 405",
        "TRACE, /api/v1/alerts, 405",
        "HEAD, /api/v1/alerts, 405",
        "BREW, /api/v1/alerts, 405",
        "POST, /, 405"
    })
    void whatIsNotInTheDocumentIsNotThere(String method, String path, int status) {
        HttpResponse<String> response = RawHttp.send(
                GATEWAY.port,
                method + ' ' + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + GATEWAY.issuer.token("admin")
                        + "\r\nConnection: close\r\n\r\n");
        assertEquals(status, response.statusCode(), response.body());
        if (!method.equals("HEAD")) {
            assertProblem(path, response);
        }
    }

    @Test
    void tellsWhichMethodsThereAre() {
        HttpResponse<String> response =
                GATEWAY.send(GATEWAY.request("/api/v1/observations", "admin").DELETE());
        assertEquals(
                Set.of("GET", "POST"),
                Set.of(response.headers().firstValue("allow").orElseThrow().split(", ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/alerts?limit=1&limit=2 | query parameter limit: is given more than once",
                "/api/v1/alerts?form=x | query parameter form: is not known",
                "/api/v1/alerts?limit=0 | query parameter limit: 0 is less than 1",
                "/api/v1/alerts?limit=1001 | query parameter limit: 1001 is greater than 1000",
                "/api/v1/alerts?from=2026-02-30T00:00:00Z | query parameter from: String does not match format \"date-time\"",
                "/api/v1/observations | query parameter subject: is missing",
                "/api/v1/alerts?level=green | query parameter level: Instance does not match any of [\"blue\",\"yellow\",\"red\"]"
            })
    void saysWhatIsWrong(String path, String detail) {
        HttpResponse<String> response = GATEWAY.get(path, "admin");
        assertEquals(400, response.statusCode());
        assertEquals(detail, ApiModel.parse(response.body()).get("detail").asText());
    }

    @Test
    void takesTheLimitsOfAPage() {
        assertEquals(200, GATEWAY.get("/api/v1/alerts?limit=1", "admin").statusCode());
        assertEquals(200, GATEWAY.get("/api/v1/alerts?limit=1000", "admin").statusCode());
        assertEquals(200, GATEWAY.services.alerts.lastQuery().limit());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=a",
                "application/xml",
                "application/jsonp",
                "none"
            })
    void takesOnlyJson(String type) {
        HttpRequest.Builder request = GATEWAY.request(ALERT + "/commands", "operator")
                .header("idempotency-key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"comment\"}"));
        HttpResponse<String> response =
                GATEWAY.send(type.equals("none") ? request : request.header("content-type", type));
        assertEquals(415, response.statusCode());
        assertProblem(type, response);
    }

    @Test
    void takesNoCompressedBody() {
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(ALERT + "/commands", "operator")
                .header("content-type", "application/json; charset=utf-8")
                .header("content-encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {31, -117})));
        assertEquals(415, response.statusCode());
    }

    @ParameterizedTest(name = "{0} bytes more than allowed: {1}")
    @CsvSource({"0, 400", "1, 413", "1000000, 413"})
    void boundsTheBody(int more, int status) {
        String body = " ".repeat(1_048_576 + more);
        HttpResponse<String> response = GATEWAY.post(ALERT + "/commands", "operator", body);
        assertEquals(status, response.statusCode(), response.body());
        assertProblem("size", response);
    }

    @Test
    void textsReachTheServiceUnchanged() {
        List<String> texts = List.of(
                "' OR 1=1; DROP TABLE alert; --", "<img src=x onerror=alert(1)>", "第一行\n第二行\t末", "%25 \\u0041 \"7\"");
        for (String text : texts) {
            JsonNode body =
                    ApiModel.JSON.createObjectNode().put("type", "comment").put("reason", text);
            HttpResponse<String> response = GATEWAY.send(GATEWAY.request(ALERT + "/commands", "operator")
                    .header("idempotency-key", UUID.randomUUID().toString())
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(text, GATEWAY.services.alerts.lastCommand().reason());
        }
    }

    @Test
    void parametersReachTheServiceUnchanged() {
        String text = "50%25+\"a\" 'b' 浙";
        GATEWAY.get("/api/v1/alerts?model=" + ApiModel.encode(text), "operator");
        assertEquals(text, GATEWAY.services.alerts.lastQuery().model());
    }

    @Test
    void countsWhatItRefuses() {
        double before = GATEWAY.context
                .metrics()
                .counter("sanse_http_problems_total", "type", "not-found")
                .count();
        GATEWAY.get("/nothing", "admin");
        assertEquals(
                before + 1,
                GATEWAY.context
                        .metrics()
                        .counter("sanse_http_problems_total", "type", "not-found")
                        .count());
    }
}
