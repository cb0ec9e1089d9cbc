package io.sanse.ingest.deadletter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a page of letters ended, written {@code time_id}.
 *
 * @param receivedAt of the last letter seen
 * @param id of the last letter seen
 */
record LetterCursor(Instant receivedAt, UUID id) {
    /** Before the newest letter. */
    static final LetterCursor END = new LetterCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    /** @throws IllegalArgumentException when the text is no cursor */
    static LetterCursor parse(String text) {
        int underscore = text.indexOf('_');
        try {
            return new LetterCursor(
                    Instant.parse(text.substring(0, Math.max(0, underscore))),
                    UUID.fromString(text.substring(underscore + 1)));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("the cursor cannot be read", malformed);
        }
    }

    @Override
    public String toString() {
        return receivedAt + "_" + id;
    }
}
