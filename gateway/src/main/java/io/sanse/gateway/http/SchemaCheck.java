package io.sanse.gateway.http;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import java.util.List;

/** Checks values against one schema of the document; made once, because making a validator copies the whole repository. */
final class SchemaCheck {
    private final Validator validator;
    private final String place;

    /** @param place what the checked value is called in messages, for example {@code body} */
    SchemaCheck(SchemaRepository repository, JsonSchema schema, String place) {
        this.validator = repository.validator(schema);
        this.place = place;
    }

    /** @throws Problem when the value is not as the schema says */
    void check(Object value) {
        OutputUnit result = validator.validate(value);
        if (!result.getValid()) {
            throw new Problem(ProblemType.BAD_REQUEST, place + message(result.getErrors()));
        }
    }

    /** The last error is the innermost one. */
    private static String message(List<OutputUnit> errors) {
        if (errors == null || errors.isEmpty()) {
            return ": is not allowed";
        }
        OutputUnit innermost = errors.get(errors.size() - 1);
        String where = innermost.getInstanceLocation().substring(1);
        return (where.isEmpty() ? "" : ' ' + where) + ": " + innermost.getError();
    }
}
