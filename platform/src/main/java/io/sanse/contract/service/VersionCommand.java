package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A step in the life of a version.
 *
 * @param caller on whose behalf
 * @param id made by the client: the same command twice is one step
 * @param model model id
 * @param version its number
 * @param expectedRevision revision that the caller has seen
 * @param action what to do
 * @param districts division codes for {@link VersionAction#CANARY}, else empty
 * @param reason why, or null
 */
public record VersionCommand(
        Caller caller,
        UUID id,
        String model,
        int version,
        long expectedRevision,
        VersionAction action,
        List<String> districts,
        String reason) {
    public VersionCommand {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(action, "action");
        districts = districts == null ? List.of() : List.copyOf(districts);
    }
}
