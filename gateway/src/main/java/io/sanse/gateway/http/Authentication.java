package io.sanse.gateway.http;

import io.sanse.auth.Identity;
import io.sanse.auth.TokenVerifier;
import io.sanse.contract.Role;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Set;

/** Lets only callers pass whose token is good and who have one of an operation's roles. The body waits until then. */
final class Authentication implements Handler<RoutingContext> {
    private static final String IDENTITY = Identity.class.getName();

    private final TokenVerifier verifier;
    private final Set<Role> roles;

    Authentication(TokenVerifier verifier, Set<Role> roles) {
        this.verifier = verifier;
        this.roles = roles;
    }

    @Override
    public void handle(RoutingContext context) {
        context.request().pause();
        verifier.authenticate(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .recover(failure -> Future.failedFuture(problem(failure)))
                .map(this::permitted)
                .onSuccess(identity -> pass(context, identity))
                .onFailure(context::fail);
    }

    private static Throwable problem(Throwable failure) {
        if (failure instanceof Rejected refusal) {
            return new Problem(
                    ProblemType.UNAUTHORIZED, refusal.getMessage(), new JsonObject().put("reason", refusal.reason()));
        }
        return failure instanceof Unavailable
                ? new Problem(ProblemType.UNAVAILABLE, "Tokens cannot be checked now")
                : failure;
    }

    private Identity permitted(Identity identity) {
        if (Collections.disjoint(identity.caller().roles(), roles)) {
            throw new Problem(ProblemType.FORBIDDEN, "Your role may not do this");
        }
        return identity;
    }

    private static void pass(RoutingContext context, Identity identity) {
        context.put(IDENTITY, identity);
        context.next();
    }

    /** Who sent the request; null for an operation that is open to everybody. */
    static Identity identity(RoutingContext context) {
        return context.get(IDENTITY);
    }
}
