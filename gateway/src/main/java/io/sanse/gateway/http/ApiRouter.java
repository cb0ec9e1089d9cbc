package io.sanse.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.auth.TokenVerifier;
import io.sanse.gateway.guard.BodyDeadline;
import io.sanse.gateway.guard.ConnectionGuard;
import io.sanse.gateway.guard.HttpLimits;
import io.sanse.gateway.guard.SecurityHeaders;
import io.sanse.gateway.problem.ProblemHandler;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the router: for each operation of the document its token, role, body and schema checks and then the row of the route table that serves it. */
public final class ApiRouter {
    private static final String JSON = MediaType.APPLICATION_JSON;

    private final ApiDocument document;
    private final TokenVerifier verifier;
    private final ProblemHandler problems;
    private final MeterRegistry metrics;
    private final HttpLimits limits;

    public ApiRouter(
            ApiDocument document,
            TokenVerifier verifier,
            ProblemHandler problems,
            MeterRegistry metrics,
            HttpLimits limits) {
        this.document = document;
        this.verifier = verifier;
        this.problems = problems;
        this.metrics = metrics;
        this.limits = limits;
    }

    /** @throws IllegalStateException when the table and the document do not have the same operations */
    public Router build(Vertx vertx, ConnectionGuard guard, List<Route> table) {
        RouterBuilder builder = RouterBuilder.create(vertx, document.contract());
        Set<String> missing = new HashSet<>(document.roles().keySet());
        for (Route route : table) {
            if (!missing.remove(route.operationId())) {
                throw new IllegalStateException(
                        "route " + route.operationId() + " is not in the document, or is there twice");
            }
            mount(builder.getRoute(route.operationId()), route);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("operations of the document have no route: " + missing);
        }
        Router router = builder.rootHandler(guard::request)
                .rootHandler(new SecurityHeaders())
                .rootHandler(new BodyDeadline(limits.bodyDeadline()))
                .createRouter();
        router.route().failureHandler(problems);
        router.errorHandler(400, problems::undecodable);
        router.errorHandler(404, problems);
        router.errorHandler(405, this::methodNotAllowed);
        return router;
    }

    private void mount(OpenAPIRoute target, Route route) {
        String id = route.operationId();
        target.setDoSecurity(false).setDoValidation(false).addHandler(new RequestMeter(metrics, id));
        if (!document.roles(id).isEmpty()) {
            target.addHandler(new Authentication(verifier, document.roles(id)));
        }
        if (target.getOperation().getRequestBody() != null) {
            target.addHandler(new MediaTypeCheck(document.mediaTypes(id)));
        }
        if (route instanceof Route.Answered answered) {
            check(target);
            target.addHandler(new Responder(answered.answer()));
        } else if (route instanceof Route.Streamed streamed) {
            check(target);
            target.addHandler(context -> streamed.stream().accept(context, RequestCheck.call(context)));
        } else if (route instanceof Route.Handed handed) {
            target.addHandler(handed.handler());
        }
    }

    private void check(OpenAPIRoute target) {
        Operation operation = target.getOperation();
        SchemaRepository schemas = document.contract().getSchemaRepository();
        if (operation.getRequestBody() == null) {
            target.addHandler(ApiRouter::readOn);
            target.addHandler(new RequestCheck(schemas, operation, null));
            return;
        }
        Handler<RoutingContext> reader = BodyHandler.create(false).setBodyLimit(limits.maxBodyBytes());
        SchemaCheck schema = new SchemaCheck(
                schemas, operation.getRequestBody().getContent().get(JSON).getSchema(), "body");
        target.addHandler(reader::handle);
        target.addHandler(new RequestCheck(schemas, operation, new BodyCheck(schema)));
    }

    private static void readOn(RoutingContext context) {
        context.request().resume();
        context.next();
    }

    private void methodNotAllowed(RoutingContext context) {
        Path path = document.contract().findPath(context.normalizedPath());
        if (path != null) {
            context.response()
                    .putHeader(
                            "allow",
                            path.getOperations().stream()
                                    .map(operation -> operation.getHttpMethod().name())
                                    .collect(Collectors.joining(", ")));
        }
        problems.handle(context);
    }
}
