package io.sanse.gateway.guard;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** What a browser must know about every answer; the console's pages replace the content security policy with their own. */
public final class SecurityHeaders implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        context.response()
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("x-frame-options", "DENY")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cross-origin-resource-policy", "same-origin")
                .putHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        context.next();
    }
}
