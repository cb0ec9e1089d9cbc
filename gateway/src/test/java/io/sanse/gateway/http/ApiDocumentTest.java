package io.sanse.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.auth.TokenVerifier;
import io.sanse.contract.Role;
import io.sanse.gateway.guard.ConnectionGuard;
import io.sanse.gateway.guard.HttpLimits;
import io.sanse.gateway.problem.ProblemHandler;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestContexts;
import io.sanse.testing.TestIssuer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document decides what the gateway does: one that leaves a question open keeps it from starting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTest {
    private static final String ROLES = "      x-roles: [operator, department-officer, field-officer]\n";

    private final Vertx vertx = Vertx.vertx();
    private final String yaml = read();

    @AfterAll
    void close() {
        Eventually.result(vertx.close());
    }

    private static String read() {
        try (InputStream stream = ApiDocumentTest.class.getResourceAsStream("/openapi.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private ApiDocument load(String text) {
        return Eventually.result(ApiDocument.of(vertx, text));
    }

    @Test
    void saysWhoMayDoWhat() {
        ApiDocument document = load(yaml);
        assertEquals(Set.of(Role.INTEGRATOR, Role.ADMIN), document.roles("postObservations"));
        assertEquals(Set.of(), document.roles("getOpenApi"));
        assertEquals(
                Set.of("application/json", "application/cloudevents-batch+json", "application/cloudevents+json"),
                document.mediaTypes("postExchangeEvents"));
    }

    @Test
    void isPublishedAsItIsWritten() {
        JsonObject json = load(yaml).json().toJsonObject();
        assertEquals("3.1.0", json.getString("openapi"));
        assertTrue(json.getJsonObject("paths")
                .getJsonObject("/api/v1/stream")
                .encode()
                .contains("text/event-stream"));
        assertTrue(json.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("Subject")
                .containsKey("pattern"));
        assertTrue(!json.encode().contains("__absolute"));
    }

    Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of("an operation without roles", yaml.replace(ROLES, "")),
                Arguments.of("an operation with no role", yaml.replace(ROLES, "      x-roles: []\n")),
                Arguments.of("an unknown role", yaml.replace(ROLES, "      x-roles: [root]\n")),
                Arguments.of(
                        "roles for everybody", yaml.replace("      security: []\n", "      security: []\n" + ROLES)),
                Arguments.of("no OpenAPI", "openapi: 3.1.0\ninfo: {}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void aDocumentThatLeavesAQuestionOpenIsRefused(String name, String text) {
        assertThrows(RuntimeException.class, () -> load(text));
    }

    @Test
    void theRouteTableAndTheDocumentMustAgree() {
        ServiceContext context = TestContexts.of(
                vertx,
                InstantSource.system(),
                TestIssuer.start(vertx, InstantSource.system()).settings());
        ApiDocument document = load(yaml);
        HttpLimits limits = HttpLimits.from(context.settings());
        ApiRouter router = new ApiRouter(
                document,
                Eventually.result(TokenVerifier.start(context)),
                new ProblemHandler(context.metrics()),
                context.metrics(),
                limits);
        ConnectionGuard guard = new ConnectionGuard(vertx, limits, context.metrics());
        List<Route> table = new ArrayList<>();
        document.roles().keySet().forEach(id -> table.add(new Route.Handed(id, RoutingContext::next)));
        router.build(vertx, guard, table);

        Route last = table.remove(table.size() - 1);
        assertEquals(
                "operations of the document have no route: [" + last.operationId() + "]",
                assertThrows(IllegalStateException.class, () -> router.build(vertx, guard, table))
                        .getMessage());
        for (String id : List.of("getNothing", table.get(0).operationId())) {
            List<Route> more = new ArrayList<>(table);
            more.add(last);
            more.add(new Route.Handed(id, RoutingContext::next));
            assertEquals(
                    "route " + id + " is not in the document, or is there twice",
                    assertThrows(IllegalStateException.class, () -> router.build(vertx, guard, more))
                            .getMessage());
        }
    }
}
