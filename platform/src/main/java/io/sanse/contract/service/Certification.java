package io.sanse.contract.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Until when a live version is certified, also one that ships. A version past its date goes on judging.
 *
 * @param model model id
 * @param version its number
 * @param revision 1 at first, one more at each step
 * @param until certified until then
 * @param overdue whether that is past
 * @param asked a new date that one person has asked for and nobody else has agreed to yet, or null
 * @param steps its life so far, oldest first
 */
public record Certification(
        String model,
        int version,
        long revision,
        Instant until,
        boolean overdue,
        CertificationRequest asked,
        List<CertificationStep> steps) {
    public Certification {
        steps = List.copyOf(steps);
    }

    /**
     * A date that one person has asked for.
     *
     * @param user who
     * @param at when
     * @param until to be certified until then
     * @param reason why, or null
     */
    public record CertificationRequest(String user, Instant at, Instant until, String reason) {}

    /**
     * One step.
     *
     * @param id of the command, so that a repeated one is known
     * @param user who; {@code sanse} for the date that comes with going live
     * @param at when
     * @param until the date that was asked for or agreed to
     * @param agreed whether it counts from this step on
     * @param reason why, or null
     */
    public record CertificationStep(UUID id, String user, Instant at, Instant until, boolean agreed, String reason) {}
}
