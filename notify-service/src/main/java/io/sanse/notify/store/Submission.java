package io.sanse.notify.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery taken to be submitted by one process.
 *
 * @param sender the process that took it
 * @param attempt number of this try; with the sender it says whether a late answer still belongs to the row
 * @param reference goes with each part
 * @param parts numbers of the parts to submit
 * @param receivedAt when the observation behind the alert was received, or null
 */
public record Submission(
        UUID id,
        UUID sender,
        int attempt,
        String phone,
        String text,
        int reference,
        List<Integer> parts,
        Instant receivedAt) {

    /** Without phone and text. */
    @Override
    public String toString() {
        return "Submission[" + id + " attempt " + attempt + "]";
    }
}
