package io.sanse.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Times the requests of one operation from the head to the last byte of the answer: {@code sanse_http_request_seconds{operation,status}}. */
final class RequestMeter implements Handler<RoutingContext> {
    private final MeterRegistry metrics;
    private final String operationId;

    RequestMeter(MeterRegistry metrics, String operationId) {
        this.metrics = metrics;
        this.operationId = operationId;
    }

    @Override
    public void handle(RoutingContext context) {
        Timer.Sample sample = Timer.start(metrics);
        context.addEndHandler(sent -> sample.stop(timer(context.response().getStatusCode())));
        context.next();
    }

    private Timer timer(int status) {
        return Timer.builder("sanse_http_request")
                .tag("operation", operationId)
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram()
                .register(metrics);
    }
}
