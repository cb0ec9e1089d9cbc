package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.testing.Eventually;
import io.vertx.serviceproxy.ServiceException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers see of failures behind the gateway. */
class ServiceFailureTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    @AfterEach
    void heal() {
        GATEWAY.services.modelFailure.set(null);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("said on purpose", ServiceError.CONFLICT.exception("not now"), 409, "not now"),
                Arguments.of("not found", ServiceError.NOT_FOUND.exception("no such"), 404, "no such"),
                Arguments.of("forbidden", ServiceError.FORBIDDEN.exception("not yours"), 403, "not yours"),
                Arguments.of("rejected", ServiceError.REJECTED.exception("bad range"), 422, "bad range"),
                Arguments.of(
                        "unavailable", ServiceError.UNAVAILABLE.exception("database is away"), 503, "database is away"),
                Arguments.of("a bug", ServiceError.BUG.exception("SELECT * FROM secret"), 500, null),
                Arguments.of("an unknown code", new ServiceException(77, "io.sanse.Secret"), 500, null),
                Arguments.of("an exception", new IllegalStateException("org.postgresql.Secret"), 500, null));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("failures")
    void passesOnOnlyWhatWasSaidOnPurpose(String name, Throwable failure, int status, String detail) {
        GATEWAY.services.modelFailure.set(failure);
        HttpResponse<String> response = GATEWAY.get("/api/v1/models", "operator");

        assertEquals(status, response.statusCode(), response.body());
        JsonNode problem = ApiModel.parse(response.body());
        assertEquals(detail, problem.path("detail").asText(null));
        assertEquals(status == 503, response.headers().firstValue("retry-after").isPresent());
        assertFalse(response.body().contains("ecret"));
    }

    @Test
    void asksAgainUntilTheServiceIsThere() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            gateway.services.unbindIngest();
            gateway.vertx.setTimer(150, late -> gateway.services.bindIngest());

            assertEquals(200, gateway.get("/api/v1/catalogue", "operator").statusCode());
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            gateway.services.unbindIngest();

            HttpResponse<String> response = gateway.get("/api/v1/catalogue", "operator");

            assertEquals(503, response.statusCode());
            assertEquals("2", response.headers().firstValue("retry-after").orElseThrow());
            assertEquals(200, gateway.get("/api/v1/models", "operator").statusCode(), "the others go on");
        }
    }

    @Test
    void aServiceThatNeverAnswersIsUnavailable() {
        try (GatewayFixture gateway = new GatewayFixture()) {
            gateway.services.unbindIngest();
            gateway.vertx.eventBus().consumer(IngestService.ADDRESS, question -> {});

            assertEquals(503, gateway.get("/api/v1/catalogue", "operator").statusCode());
        }
    }

    @Test
    void withoutTheIssuersKeysTokensCannotBeCheckedAndTheGatewayIsNotReady() {
        try (GatewayFixture gateway = new GatewayFixture(Map.of("auth.jwks.url", "http://127.0.0.1:9/jwks.json"))) {
            HttpResponse<String> response = gateway.get("/api/v1/me", "operator");

            assertEquals(503, response.statusCode(), response.body());
            assertEquals("2", response.headers().firstValue("retry-after").orElseThrow());
            assertFalse(Eventually.result(gateway.context.health().ready()).up());
            assertEquals(200, gateway.send(gateway.request("/openapi.json")).statusCode());
        }
    }

    @Test
    void aSpanOfTimeEndsNowAndIsADayLong() {
        Instant before = Instant.now();
        GATEWAY.get("/api/v1/observations?subject=vehicle:a", "operator");
        ObservationQuery query = GATEWAY.services.lastObservationQuery.get();
        assertFalse(query.until().isBefore(before));
        assertEquals(query.until().minusSeconds(86_400), query.from());
    }
}
