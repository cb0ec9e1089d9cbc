package io.sanse.gateway.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.sanse.auth.Identity;
import io.sanse.contract.Caller;
import io.sanse.contract.access.AccessNote.Origin;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A request that its schema allows, from a caller whose role may send it.
 *
 * @param identity who sent it
 * @param parameters of path, query and header
 * @param body JSON as received, empty when the operation has none
 * @param origin where it came from
 */
public record Call(Identity identity, Parameters parameters, byte[] body, Origin origin) {
    public Caller caller() {
        return identity.caller();
    }

    /** The body as a record; what the schema let through but the record refuses is the caller's error, too. */
    public <T> T body(Class<T> type) {
        try {
            return Json.strict().readValue(body, type);
        } catch (JsonMappingException unfit) {
            throw new Problem(ProblemType.BAD_REQUEST, "body: " + path(unfit) + "has a value that cannot be used");
        } catch (JacksonException unreadable) {
            throw new Problem(ProblemType.BAD_REQUEST, "body: cannot be read as JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String path(JsonMappingException unfit) {
        StringBuilder path = new StringBuilder();
        unfit.getPath().forEach(step -> path.append('/')
                .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()));
        return path.isEmpty() ? "" : path + " ";
    }
}
