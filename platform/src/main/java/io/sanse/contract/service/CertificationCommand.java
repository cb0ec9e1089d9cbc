package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Asks for a new date until which a live version is certified, or agrees to the one that another person has asked for.
 *
 * @param caller on whose behalf
 * @param id made by the client: the same command twice is one step
 * @param model model id
 * @param version its number
 * @param expectedRevision revision that the caller has seen
 * @param until the date; null: the longest that is allowed, or the one that was asked for
 * @param reason why, or null
 */
public record CertificationCommand(
        Caller caller, UUID id, String model, int version, long expectedRevision, Instant until, String reason) {
    public CertificationCommand {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(model, "model");
    }
}
