package io.sanse.ingest.http;

import io.sanse.auth.TokenVerifier;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.ingest.ObservationPublisher;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Lets a request in: a good token, the right role, JSON. Its body is not read before, nor while too much is on its way to the broker. */
final class Gate implements Handler<RoutingContext> {
    private static final String CALLER = "caller";

    private final TokenVerifier tokens;
    private final ObservationPublisher intake;

    Gate(TokenVerifier tokens, ObservationPublisher intake) {
        this.tokens = tokens;
        this.intake = intake;
    }

    /** Who sent a request that was let in. */
    static Caller caller(RoutingContext context) {
        return context.get(CALLER);
    }

    @Override
    public void handle(RoutingContext context) {
        context.request().pause();
        tokens.authenticate(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .compose(identity -> intake.drained().map(identity.caller()))
                .onSuccess(caller -> admit(context, caller))
                .onFailure(failure -> context.fail(status(failure), failure));
    }

    private static void admit(RoutingContext context, Caller caller) {
        if (!caller.has(Role.INTEGRATOR) && !caller.has(Role.ADMIN)) {
            context.fail(403, new Rejected("role", "Only integrators and admins may deliver observations"));
        } else if (!isJson(context)) {
            context.fail(415, new Rejected("media-type", "The body must be application/json"));
        } else {
            context.put(CALLER, caller);
            context.request().resume();
            context.next();
        }
    }

    private static boolean isJson(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }

    private static int status(Throwable failure) {
        if (failure instanceof Rejected) {
            return 401;
        }
        return failure instanceof Unavailable ? 503 : 500;
    }
}
