package io.sanse.gateway.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.sanse.runtime.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads a JSON body strictly (depth, lengths, no key twice, nothing behind it) and checks it against its schema. */
final class BodyCheck {
    private final SchemaCheck schema;

    BodyCheck(SchemaCheck schema) {
        this.schema = schema;
    }

    /** The bytes of a body that is as its schema says; throws a {@link Problem} for any other. */
    byte[] read(Buffer body) {
        if (body == null || body.length() == 0) {
            throw new Problem(ProblemType.BAD_REQUEST, "body: is missing");
        }
        byte[] bytes = body.getBytes();
        schema.check(parse(bytes));
        return bytes;
    }

    private static Object parse(byte[] bytes) {
        try {
            return vertx(Json.strict().readValue(bytes, Object.class));
        } catch (StreamConstraintsException tooMuch) {
            throw new Problem(
                    ProblemType.BAD_REQUEST, "body: is nested too deep, or a text or number in it is too long");
        } catch (JacksonException unreadable) {
            JsonLocation at = unreadable.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new Problem(ProblemType.BAD_REQUEST, "body: is not JSON" + where);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static Object vertx(Object json) {
        if (json instanceof Map<?, ?> members) {
            return new JsonObject((Map<String, Object>) members);
        }
        return json instanceof List<?> items ? new JsonArray(items) : json;
    }
}
