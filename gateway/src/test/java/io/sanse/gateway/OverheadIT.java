package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.service.AlertQuery;
import io.sanse.contract.service.AlertService;
import io.sanse.gateway.api.Services;
import io.sanse.testing.Eventually;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * What the gateway adds to a question, figures in {@code target/overhead.txt}: a list of alerts through it (connection kept, token checked each time) against the same question over the event bus only.
 */
class OverheadIT {
    private static final AlertQuery QUERY = new AlertQuery(
            new Caller("operator", Set.of(Role.OPERATOR), "duty-desk", List.of("330784")),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            50);
    private static final int WARM_UP = 1_500;
    private static final int MEASURED = 2_000;
    private static final long P50_LIMIT_US = 10_000;

    @Test
    void aListCostsLittle() throws IOException {
        try (GatewayFixture gateway = new GatewayFixture()) {
            String token = "Bearer " + gateway.issuer.token("operator");
            AlertService alerts = Services.over(gateway.vertx, Duration.ofSeconds(5), Duration.ofSeconds(5))
                    .alerts();
            Histogram behind =
                    measure(() -> Eventually.result(alerts.list(QUERY)).items());
            Histogram through = measure(() -> list(gateway, token));
            Files.writeString(
                    Path.of("target", "overhead.txt"),
                    "a list of two alerts over the event bus: " + figures(behind) + "\nthrough the gateway: "
                            + figures(through) + "\n");
            long added = through.getValueAtPercentile(50) - behind.getValueAtPercentile(50);
            assertTrue(added < P50_LIMIT_US, "the median rises by " + added + " us");
        }
    }

    private static String figures(Histogram times) {
        return "p50 " + times.getValueAtPercentile(50) + " us, p99 " + times.getValueAtPercentile(99) + " us";
    }

    private static String list(GatewayFixture gateway, String token) {
        HttpResponse<String> response =
                gateway.send(gateway.request("/api/v1/alerts").header("authorization", token));
        assertEquals(200, response.statusCode());
        return response.body();
    }

    private static Histogram measure(Supplier<Object> question) {
        Histogram times = new Histogram(TimeUnit.SECONDS.toMicros(60), 3);
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long start = System.nanoTime();
            Object answer = question.get();
            long micros = (System.nanoTime() - start) / 1_000;
            assertNotNull(answer);
            if (i >= WARM_UP) {
                times.recordValue(micros);
            }
        }
        return times;
    }
}
