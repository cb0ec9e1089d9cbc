package io.sanse.contract.access;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import java.util.List;
import java.util.Objects;

/**
 * Somebody asked for a record that rests on persons.
 *
 * @param caller who
 * @param origin from where
 * @param resource what, as its path in the API, not encoded
 * @param persons on whom it rests
 * @param stated what for, as far as it was said
 * @param result what became of it
 * @param turn of the question
 */
public record AccessNote(
        Caller caller,
        Origin origin,
        String resource,
        List<Subject> persons,
        StatedPurpose stated,
        AccessResult result,
        AccessTurn turn) {
    public AccessNote {
        Objects.requireNonNull(turn, "turn");
        persons = List.copyOf(persons);
    }

    /**
     * Where a request came from.
     *
     * @param address of the connection's other end: the proxy's, when there is one in front
     * @param forwardedFor what the request's {@code X-Forwarded-For} fields claim, together, the last 200 characters; or null
     */
    public record Origin(String address, String forwardedFor) {}
}
