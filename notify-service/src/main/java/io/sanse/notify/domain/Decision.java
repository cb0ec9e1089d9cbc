package io.sanse.notify.domain;

import java.time.Instant;

/** What is done with a message. */
public sealed interface Decision {
    /**
     * It goes out.
     *
     * @param notBefore now, or the end of the quiet hours
     */
    record Send(Instant notBefore) implements Decision {}

    /** It does not. */
    record Suppress(Suppression reason) implements Decision {}
}
