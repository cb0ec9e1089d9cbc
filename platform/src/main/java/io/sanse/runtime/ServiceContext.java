package io.sanse.runtime;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.runtime.health.Health;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * What a service is given to run with.
 *
 * @param vertx clustered or not: services do not need to know
 * @param settings of the process
 * @param metrics where meters are registered
 * @param health where checks are registered
 * @param lifecycle where a service says how it is stopped
 * @param clock the only source of the present time
 */
public record ServiceContext(
        Vertx vertx,
        Settings settings,
        PrometheusMeterRegistry metrics,
        Health health,
        Lifecycle lifecycle,
        InstantSource clock) {}
