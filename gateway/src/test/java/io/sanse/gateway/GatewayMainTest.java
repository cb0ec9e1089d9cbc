package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.ServiceContext;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestContexts;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start and stop. */
class GatewayMainTest {
    @Test
    void aPortInUseIsToldInOneSentence() throws IOException {
        try (GatewayFixture gateway = new GatewayFixture();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = Map.of("gateway.http.port", Integer.toString(taken.getLocalPort()));
            Throwable failure = assertThrows(
                    IllegalStateException.class, () -> Eventually.result(GatewayMain.start(again(gateway, settings))));
            assertTrue(
                    failure.getMessage().startsWith("port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used: "),
                    failure.getMessage());
            assertEquals(200, gateway.get("/api/v1/me", "operator").statusCode());
        }
    }

    private static ServiceContext again(GatewayFixture gateway, Map<String, String> settings) {
        return TestContexts.of(
                gateway.vertx,
                InstantSource.system(),
                gateway.issuer.settings(),
                Map.of("gateway.http.port", Integer.toString(gateway.port)),
                settings);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "gateway.http.port, eighty",
        "gateway.idle, 30s",
        "auth.jwks.url, keys.json",
        "auth.jwks.url, ftp://127.0.0.1/keys.json",
        "auth.jwks.refresh, PT0S",
        "auth.leeway, PT-1S",
        "console.tiles.url, tiles"
    })
    void aSettingThatMakesNoSenseIsNamed(String key, String value) {
        try (GatewayFixture gateway = new GatewayFixture()) {
            Throwable refusal = assertThrows(
                    IllegalArgumentException.class, () -> GatewayMain.start(again(gateway, Map.of(key, value))));
            assertTrue(refusal.getMessage().contains(key), refusal.getMessage());
        }
    }

    @Test
    void requestsUnderWayEndBeforeItStops() throws Exception {
        try (GatewayFixture gateway = new GatewayFixture()) {
            Promise<Void> gate = Promise.promise();
            gateway.services.modelGate = gate;
            CompletableFuture<HttpResponse<String>> underWay =
                    CompletableFuture.supplyAsync(() -> gateway.get("/api/v1/models", "operator"));
            Eventually.eventually(Duration.ofSeconds(5), gateway.services.modelQuestions::get, asked -> asked == 1);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(
                    () -> Eventually.result(gateway.context.lifecycle().stop(Duration.ofSeconds(5))));
            gateway.vertx.setTimer(200, open -> gate.complete());

            assertEquals(200, underWay.get(10, TimeUnit.SECONDS).statusCode());
            stopping.get(10, TimeUnit.SECONDS);
        }
    }
}
