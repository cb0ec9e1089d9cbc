package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches of observations on their way to ingest-service. */
class UploadTest {
    private static final String PATH = "/api/v1/observations";

    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture(Map.of(
            "gateway.upload.max", Integer.toString(FakeIntake.MAX_BODY_BYTES), "gateway.ingest.timeout", "PT1S"));

    @AfterEach
    void listenAgain() {
        GATEWAY.intake.silent(false);
        GATEWAY.intake.uploads.clear();
    }

    @Test
    void passesBodyAndTokenOnAndNothingElse() {
        String body = "{\"observations\":[{\"observedAt\":\"2026-03-12T15:04:05Z\"}]}";
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(PATH, "integrator")
                .header("content-type", "application/json")
                .header("cookie", "a=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertEquals(202, response.statusCode());
        FakeIntake.Upload upload = GATEWAY.intake.uploads.get(0);
        assertEquals(body, upload.body());
        assertTrue(upload.authorization().startsWith("Bearer ey"));
        assertFalse(upload.cookie());
    }

    @Test
    void aRefusedCallerReachesNothing() {
        assertEquals(403, GATEWAY.post(PATH, "operator", "{}").statusCode());
        assertEquals(
                401,
                GATEWAY.send(GATEWAY.request(PATH)
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode());
        assertTrue(GATEWAY.intake.uploads.isEmpty());
    }

    @ParameterizedTest(name = "{0} bytes, length told: {1}, is {2}")
    @CsvSource({
        "100000, true, 202",
        "100001, true, 413",
        "390000, true, 413",
        "4000000, true, 413",
        "20000000, true, 413",
        "100000, false, 202",
        "100001, false, 413",
        "390000, false, 413",
        "4000000, false, 413"
    })
    void boundsTheBatch(int length, boolean told, int status) {
        byte[] body = new byte[length];
        HttpRequest.BodyPublisher publisher = told
                ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(PATH, "integrator")
                .header("content-type", "application/json")
                .POST(publisher));

        assertEquals(status, response.statusCode(), response.body());
        if (status == 413) {
            assertEquals(
                    "urn:sanse:problem:too-large",
                    ApiModel.parse(response.body()).get("type").asText());
            assertTrue(GATEWAY.intake.uploads.isEmpty());
        }
    }

    @Test
    void anIntakeThatDoesNotAnswerIsUnavailable() {
        GATEWAY.intake.silent(true);
        assertUnavailable(GATEWAY.post(PATH, "integrator", "{}"));
    }

    @Test
    void anIntakeThatIsNotThereIsUnavailable() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            gateway.intake.stop();
            assertUnavailable(gateway.post(PATH, "integrator", "{\"observations\":[]}"));
            assertUnavailable(gateway.post(PATH, "integrator", "x".repeat(2_000_000)));
        }
    }

    @Test
    void onlyJsonIsPassedOn() {
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(PATH, "integrator")
                .header("content-type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a,b")));
        assertEquals(415, response.statusCode());
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertEquals(503, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElseThrow());
        assertEquals("5", response.headers().firstValue("retry-after").orElseThrow());
        assertEquals(
                "urn:sanse:problem:unavailable",
                ApiModel.parse(response.body()).get("type").asText());
    }
}
