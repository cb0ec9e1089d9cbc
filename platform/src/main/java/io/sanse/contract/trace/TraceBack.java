package io.sanse.contract.trace;

import java.time.Instant;
import java.util.UUID;

/**
 * A trace-back as a job.
 *
 * @param id job id
 * @param state how far it has come
 * @param progress 0–1
 * @param orderedBy the user who ordered it, or null when the platform did
 * @param orderedAt when it was ordered
 * @param endedAt when it ended, or null
 * @param question what was asked
 * @param cause the episode that it belongs to, or null
 * @param reason why it failed, or null
 * @param result the answer, or null while there is none
 */
public record TraceBack(
        UUID id,
        TraceBackState state,
        double progress,
        String orderedBy,
        Instant orderedAt,
        Instant endedAt,
        TraceBackQuestion question,
        TraceBackCause cause,
        String reason,
        TraceBackResult result) {
    /** The same with another answer. */
    public TraceBack with(TraceBackResult answer) {
        return new TraceBack(id, state, progress, orderedBy, orderedAt, endedAt, question, cause, reason, answer);
    }
}
