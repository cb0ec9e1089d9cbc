package io.sanse.alert.domain.event;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import java.time.Instant;

/**
 * One step of an alert's life as it was decided.
 *
 * @param type what happened
 * @param at when; for a breached clock the true deadline
 * @param recordedAt when it was decided
 * @param author who
 * @param reason why, or null
 * @param clock which clock, for CLOCK_* steps
 * @param details what the command said, or null
 * @param text one sentence for people
 * @param policy version of the life-cycle policy in force
 * @param cause the observation behind it, or null
 * @param effect what it changes
 */
public record Step(
        AlertEventType type,
        Instant at,
        Instant recordedAt,
        Author author,
        String reason,
        ClockName clock,
        CommandDetails details,
        LocalizedText text,
        int policy,
        Cause cause,
        Effect effect) {
    /**
     * The observation that led to a step.
     *
     * @param observedAt its event time
     * @param receivedAt when the platform got it
     */
    public record Cause(Instant observedAt, Instant receivedAt) {}
}
