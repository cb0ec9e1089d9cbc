package io.sanse.contract.access;

import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the access log.
 *
 * @param id of the entry
 * @param at when it was written, before the answer left
 * @param user who asked
 * @param roles that the user had
 * @param department that the user belonged to, or null
 * @param resource what was asked for, as its path in the API, not encoded
 * @param persons on whom it rests
 * @param purpose what for, or null when it was not said
 * @param reference number of the alert, case, manifest or application, or null
 * @param reason in the user's words, or null
 * @param address where the connection came from
 * @param forwardedFor where it came from before, as claimed, or null
 * @param result what became of it
 * @param keptUntil until when the entry cannot be deleted
 */
public record Access(
        String id,
        Instant at,
        String user,
        List<Role> roles,
        String department,
        String resource,
        List<Subject> persons,
        AccessPurpose purpose,
        String reference,
        String reason,
        String address,
        String forwardedFor,
        AccessResult result,
        Instant keptUntil) {
    public Access {
        roles = List.copyOf(roles);
        persons = List.copyOf(persons);
    }
}
