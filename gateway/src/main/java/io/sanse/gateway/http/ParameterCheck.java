package io.sanse.gateway.http;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads one parameter and checks it against its schema. The library's own reader is not used: it decodes percent signs twice and takes texts that look like
 * JSON for JSON, so that a plus sign in a time or the quotes of an entity tag are lost.
 */
final class ParameterCheck {
    private final String name;
    private final String place;
    private final boolean required;
    private final Object defaultValue;
    private final Function<RoutingContext, List<String>> source;
    private final Function<String, Object> parser;
    private final SchemaCheck schema;

    ParameterCheck(SchemaRepository repository, Parameter parameter) {
        JsonSchema model = parameter.getSchema();
        this.name = parameter.getName();
        this.place = parameter.getIn().name().toLowerCase(Locale.ROOT) + " parameter " + name;
        this.required = parameter.isRequired();
        this.defaultValue = model.get("default");
        this.source = source(parameter.getIn(), name);
        this.parser = switch (parameter.getSchemaType()) {
            case INTEGER -> ParameterCheck::integer;
            case BOOLEAN -> ParameterCheck::flag;
            default -> text -> text;
        };
        this.schema = new SchemaCheck(repository, model, place);
    }

    private static Function<RoutingContext, List<String>> source(Location location, String name) {
        return switch (location) {
            case PATH -> context -> List.of(context.pathParam(name));
            case QUERY -> context -> context.queryParam(name);
            case HEADER ->
                context -> {
                    MultiMap headers = context.request().headers();
                    return headers.getAll(name);
                };
            case COOKIE -> throw new IllegalStateException("cookies carry nothing here");
        };
    }

    private static Object integer(String text) {
        return text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : text;
    }

    private static Object flag(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    String name() {
        return name;
    }

    /**
     * The value, or null when the parameter was not given and has no default.
     *
     * @throws Problem when it is missing, given twice or not as its schema says
     */
    Object read(RoutingContext context) {
        List<String> given = source.apply(context);
        if (given.size() > 1) {
            throw new Problem(ProblemType.BAD_REQUEST, place + ": is given more than once");
        }
        if (given.isEmpty()) {
            if (required) {
                throw new Problem(ProblemType.BAD_REQUEST, place + ": is missing");
            }
            return defaultValue;
        }
        Object value = parser.apply(given.get(0));
        schema.check(value);
        return value;
    }
}
