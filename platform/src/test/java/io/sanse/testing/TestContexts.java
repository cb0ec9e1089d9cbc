package io.sanse.testing;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.runtime.Lifecycle;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Settings;
import io.sanse.runtime.health.Health;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contexts to run services in. */
public final class TestContexts {
    private TestContexts() {}

    /** A context of its own on a given Vert.x; later settings win over earlier ones. */
    @SafeVarargs
    public static ServiceContext of(Vertx vertx, InstantSource clock, Map<String, String>... settings) {
        Map<String, String> merged = new HashMap<>();
        List.of(settings).forEach(merged::putAll);
        return new ServiceContext(
                vertx,
                Settings.of(merged),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Health(),
                new Lifecycle(),
                clock);
    }
}
