package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.failure.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {
    private static Upload read(String body) {
        return BatchReader.read(body.getBytes(StandardCharsets.UTF_8), "integrator", Instant.EPOCH);
    }

    private static String batch(int items) {
        return "{\"observations\":[" + String.join(",", Collections.nCopies(items, "{}")) + "]}";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 999, 1000})
    void aBatchOf(int items) {
        assertEquals(items, read(batch(items)).items().size());
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("empty", "not-a-batch", ""),
                Arguments.of("text", "not-json", "hello"),
                Arguments.of("a text without quotes", "not-json", "{\"observations\":[secret]}"),
                Arguments.of("cut off", "not-json", "{\"observations\":[{}"),
                Arguments.of("two documents", "not-json", batch(1) + "{}"),
                Arguments.of("a member twice", "not-json", "{\"observations\":[{\"a\":1,\"a\":2}]}"),
                Arguments.of("not a number", "not-json", "{\"observations\":[NaN]}"),
                Arguments.of("comment", "not-json", "{\"observations\":[/* none */]}"),
                Arguments.of("33 levels", "not-json", "{\"observations\":" + "[".repeat(32) + "]".repeat(32) + "}"),
                Arguments.of("100000 levels", "not-json", "[".repeat(100_000)),
                Arguments.of("a text of 400001", "not-json", "{\"observations\":[\"" + "x".repeat(400_001) + "\"]}"),
                Arguments.of("a number of 65 digits", "not-json", "{\"observations\":[" + "9".repeat(65) + "]}"),
                Arguments.of("list", "not-a-batch", "[{}]"),
                Arguments.of("other member", "not-a-batch", "{\"items\":[{}]}"),
                Arguments.of("one member more", "not-a-batch", "{\"observations\":[{}],\"x\":1}"),
                Arguments.of("no list", "not-a-batch", "{\"observations\":{}}"),
                Arguments.of("no items", "not-a-batch", batch(0)),
                Arguments.of("1001 items", "not-a-batch", batch(1_001)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodies")
    void refused(String row, String reason, String body) {
        Rejected refusal = assertThrows(Rejected.class, () -> read(body));
        assertEquals(reason, refusal.reason());
        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
        assertTrue(
                refusal.getMessage().matches("(the body is not|the body is nested|a batch has) [\\w ,'()]+"),
                refusal.getMessage());
    }
}
