package io.sanse.contract.trace;

import java.time.Instant;
import java.util.UUID;

/**
 * A trace-back as a job.
 *
 * @param id job id
 * @param state how far it has come
 * @param progress 0–1
 * @param createdAt when it was ordered
 * @param finishedAt when it ended, or null
 * @param startedBy the user who ordered it, or null when the platform did
 * @param question what was asked
 * @param cause the episode that it belongs to, or null
 * @param result the answer, or null while there is none
 * @param problem why it failed, or null
 */
public record TraceBack(
        UUID id,
        TraceBackState state,
        double progress,
        Instant createdAt,
        Instant finishedAt,
        String startedBy,
        TraceBackQuestion question,
        TraceBackCause cause,
        TraceBackResult result,
        String problem) {
    /** The same with another answer. */
    public TraceBack with(TraceBackResult answer) {
        return new TraceBack(id, state, progress, createdAt, finishedAt, startedBy, question, cause, answer, problem);
    }
}
