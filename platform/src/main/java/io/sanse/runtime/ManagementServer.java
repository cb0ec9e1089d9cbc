package io.sanse.runtime;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.runtime.health.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * The management port: {@code GET /health/started}, {@code /health/live}, {@code /health/ready} (200 or 503 with one JSON object of checks) and
 * {@code GET /metrics} (Prometheus text format). Not for the outside.
 */
public final class ManagementServer {
    private final PrometheusMeterRegistry metrics;
    private final Health health;

    public ManagementServer(PrometheusMeterRegistry metrics, Health health) {
        this.metrics = metrics;
        this.health = health;
    }

    /** Completes with the listening server. */
    public Future<HttpServer> start(Vertx vertx, String host, int port) {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(30))
                .requestHandler(this::answer)
                .listen(port, host);
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/health/started" -> answer(request, health.started());
            case "/health/live" -> answer(request, health.live());
            case "/health/ready" -> health.ready().onSuccess(report -> answer(request, report));
            case "/metrics" ->
                request.response()
                        .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(metrics.scrape());
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void answer(HttpServerRequest request, Health.Report report) {
        request.response()
                .setStatusCode(report.up() ? 200 : 503)
                .putHeader("content-type", "application/json")
                .end(report.json().encode());
    }
}
