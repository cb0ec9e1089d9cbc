package io.sanse.ingest.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCursorTest {
    @Test
    void writtenAndReadBack() {
        LetterCursor cursor = new LetterCursor(Instant.parse("2026-03-05T12:00:00.123456Z"), new UUID(7, 9));
        assertEquals(cursor, LetterCursor.parse(cursor.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "yesterday_1", "2026-03-05T12:00:00Z", "2026-03-05T12:00:00Z_x", "' OR 1=1 --"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LetterCursor.parse(text));
    }
}
