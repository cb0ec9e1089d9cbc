package io.sanse.gateway.http;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/** Refuses bodies of a media type that the operation does not list, and compressed ones: what they unpack to cannot be known beforehand. */
final class MediaTypeCheck implements Handler<RoutingContext> {
    private final Set<String> allowed;

    MediaTypeCheck(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!allowed.contains(essence)) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be " + String.join(" or ", allowed));
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed");
        }
        context.next();
    }
}
