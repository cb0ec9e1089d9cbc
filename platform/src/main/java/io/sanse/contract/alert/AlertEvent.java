package io.sanse.contract.alert;

import io.sanse.contract.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * One step of an alert's life, never changed once written. On {@code alert-events} the key is {@code alertId}; per alert they come in the order of
 * {@code number}, at least once.
 *
 * @param alertId which alert
 * @param number 1, 2, 3 … per alert, dense
 * @param cursor opaque position in the log of all alerts; later is greater only by the log's own order
 * @param type what happened
 * @param at wall clock of the platform; for a breached clock the true deadline
 * @param clientAt the actor's own clock, or null
 * @param actor user, {@code system}, or {@code province}
 * @param origin {@code city} or {@code province}: where the step was first made
 * @param reason why, or null
 * @param clock which clock, for CLOCK_* events
 * @param details what the command said; of a SIGNED, FED_BACK or CLOCK_* event, {@code department} is the one that it is about
 * @param text one sentence for people
 * @param previousHash SHA-256 (hex) of the alert's previous event, 64 zeros for the first
 * @param hash SHA-256 (hex) of this one
 * @param observedAt event time of the observation behind it, or null: for latency only
 * @param receivedAt when the platform received that observation, or null: for latency only
 * @param alert the alert after this step
 */
public record AlertEvent(
        UUID alertId,
        long number,
        String cursor,
        AlertEventType type,
        Instant at,
        Instant clientAt,
        String actor,
        String origin,
        String reason,
        ClockName clock,
        CommandDetails details,
        LocalizedText text,
        String previousHash,
        String hash,
        Instant observedAt,
        Instant receivedAt,
        Alert alert) {}
