package io.sanse.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure with its problem document and counts it in {@code sanse_http_problems_total{type}}. */
public final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** So long the rest of a refused body is read, so that the client gets to read the answer. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final MeterRegistry metrics;

    public ProblemHandler(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext context) {
        answer(context, Problem.of(context.failure(), context.statusCode()));
    }

    /** A request whose address cannot be decoded: the router gives up before it has found a route. */
    public void undecodable(RoutingContext context) {
        answer(context, new Problem(ProblemType.BAD_REQUEST, "The address cannot be decoded"));
    }

    private void answer(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String instance = record(request, problem, context.failure());
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        send(response, problem, instance);
        if (!request.isEnded()) {
            request.resume();
            long timer = context.vertx()
                    .setTimer(LINGER.toMillis(), late -> request.connection().close());
            request.end().onComplete(read -> context.vertx().cancelTimer(timer));
        }
    }

    /** A request that could not even be parsed; the connection has lost its place and ends. */
    public void invalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        ProblemType type =
                switch (cause == null ? "" : cause.getClass().getSimpleName()) {
                    case "TooLongHttpLineException" -> ProblemType.URI_TOO_LONG;
                    case "TooLongHttpHeaderException" -> ProblemType.HEADERS_TOO_LARGE;
                    default -> ProblemType.BAD_REQUEST;
                };
        Problem problem = new Problem(type, "The request is not HTTP as RFC 9112 defines it");
        send(request.response(), problem, record(request, problem, cause))
                .onComplete(sent -> request.connection().close());
    }

    /** The document of a problem that is answered elsewhere; logged and counted as all others. */
    public String document(HttpServerRequest request, Problem problem, Throwable cause) {
        return problem.document(record(request, problem, cause)).encode();
    }

    private String record(HttpServerRequest request, Problem problem, Throwable cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        metrics.counter("sanse_http_problems_total", "type", problem.type().slug())
                .increment();
        if (problem.type() == ProblemType.BUG) {
            LOG.error("{} {}", request.method(), instance, cause);
        } else {
            LOG.debug("{} {}: {} {}", request.method(), instance, problem.type(), problem.getMessage());
        }
        return instance;
    }

    private static Future<Void> send(HttpServerResponse response, Problem problem, String instance) {
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type() == ProblemType.UNAUTHORIZED) {
            response.putHeader("www-authenticate", problem.challenge());
        }
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.end(problem.document(instance).toBuffer());
    }
}
