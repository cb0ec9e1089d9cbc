package io.sanse.gateway.http;

import io.sanse.contract.access.AccessNote.Origin;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a request of one operation into a {@link Call}, or fails with 400 and what is wrong. */
final class RequestCheck implements Handler<RoutingContext> {
    private static final String CALL = Call.class.getName();
    private static final byte[] NO_BODY = {};
    private static final int MAX_CLAIMED = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private final List<ParameterCheck> parameters;
    private final Set<String> queryNames;
    private final BodyCheck body;

    /** @param body null when the operation has none */
    RequestCheck(SchemaRepository schemas, Operation operation, BodyCheck body) {
        this.parameters = operation.getParameters().stream()
                .map(parameter -> new ParameterCheck(schemas, parameter))
                .toList();
        this.queryNames = operation.getParameters().stream()
                .filter(parameter -> parameter.getIn() == Location.QUERY)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        this.body = body;
    }

    @Override
    public void handle(RoutingContext context) {
        for (String name : context.queryParams().names()) {
            if (!queryNames.contains(name)) {
                throw new Problem(ProblemType.BAD_REQUEST, "query parameter " + name + ": is not known");
            }
        }
        Map<String, Object> values = new HashMap<>();
        for (ParameterCheck parameter : parameters) {
            Object value = parameter.read(context);
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        byte[] bytes = body == null ? NO_BODY : body.read(context.body().buffer());
        context.put(
                CALL,
                new Call(Authentication.identity(context), new Parameters(values), bytes, origin(context.request())));
        context.next();
    }

    private static Origin origin(HttpServerRequest request) {
        String claimed = String.join(", ", request.headers().getAll("x-forwarded-for"));
        // each proxy appends: what lies nearest is at the end, whatever the client put before it
        String nearest = claimed.substring(Math.max(0, claimed.length() - MAX_CLAIMED));
        return new Origin(
                request.remoteAddress().hostAddress(),
                nearest.isEmpty() ? null : UNPRINTABLE.matcher(nearest).replaceAll("?"));
    }

    static Call call(RoutingContext context) {
        return context.get(CALL);
    }
}
