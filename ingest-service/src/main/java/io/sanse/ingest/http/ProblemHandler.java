package io.sanse.ingest.http;

import io.sanse.runtime.failure.Rejected;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that was not taken in with a problem document (RFC 9457) of the public API's types. */
final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final long LINGER_MS = 5_000;

    private record Problem(int status, String type, String title) {}

    private static final Problem BUG = new Problem(500, "bug", "Internal error");
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(400, "bad-request", "Bad request"),
            new Problem(401, "unauthorized", "Unauthorized"),
            new Problem(403, "forbidden", "Forbidden"),
            new Problem(404, "not-found", "Not found"),
            new Problem(405, "method-not-allowed", "Method not allowed"),
            new Problem(408, "timeout", "Request too slow"),
            new Problem(413, "too-large", "Body too large"),
            new Problem(415, "unsupported-media-type", "Unsupported media type"),
            new Problem(503, "unavailable", "Not available now"));

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Problem problem = PROBLEMS.stream()
                .filter(known -> known.status() == context.statusCode())
                .findFirst()
                .orElse(BUG);
        String instance = "urn:uuid:" + UUID.randomUUID();
        log(problem, instance, context.failure());
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", challenge(context.failure()));
        }
        if (problem.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        response.end(document(problem, instance, context.failure()).toBuffer());
        passOverBody(context);
    }

    /** A sender that is cut off while it writes may never read the answer: the rest of its body is taken for a while. */
    private static void passOverBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            request.resume();
            long timer = context.vertx()
                    .setTimer(LINGER_MS, late -> request.connection().close());
            request.end().onComplete(read -> context.vertx().cancelTimer(timer));
        }
    }

    private static void log(Problem problem, String instance, Throwable failure) {
        if (problem == BUG) {
            LOG.error("upload {}", instance, failure);
        } else {
            LOG.debug("upload {}: {} {}", instance, problem.type(), String.valueOf(failure));
        }
    }

    private static String challenge(Throwable failure) {
        boolean missing =
                failure instanceof Rejected rejected && rejected.reason().equals("token-missing");
        return missing ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private static JsonObject document(Problem problem, String instance, Throwable failure) {
        JsonObject document = new JsonObject()
                .put("type", "urn:sanse:problem:" + problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("instance", instance);
        // only what was said on purpose is passed on
        return failure instanceof Rejected ? document.put("detail", failure.getMessage()) : document;
    }
}
