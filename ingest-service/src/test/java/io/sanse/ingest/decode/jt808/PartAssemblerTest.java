package io.sanse.ingest.decode.jt808;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.PartAssembler.Assembly;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartAssemblerTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final PartAssembler.Limits LIMITS = new PartAssembler.Limits(2, 1000, Duration.ofSeconds(60));

    private final PartAssembler assembler = new PartAssembler(LIMITS);

    /** Name, the parts in the order of arrival as number:body, the joined body. */
    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of("in order", List.of("1:ab", "2:cd", "3:e"), "abcde"),
                Arguments.of("2 before 1", List.of("2:cd", "1:ab", "3:e"), "abcde"),
                Arguments.of("last first", List.of("3:e", "2:cd", "1:ab"), "abcde"),
                Arguments.of("one part twice", List.of("1:ab", "1:ab", "2:cd", "3:e"), "abcde"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void joinsPartsInAnyOrder(String name, List<String> arrivals, String joined) {
        Assembly last = null;
        for (String arrival : arrivals) {
            assertNull(last == null ? null : last.whole());
            int number = Integer.parseInt(arrival.substring(0, 1));
            last = assembler.accept(part(100 + number - 1, 3, number, arrival.substring(2)), START);
        }
        assertNotNull(last);
        assertArrayEquals(
                joined.getBytes(StandardCharsets.US_ASCII), last.whole().body());
        assertEquals(100, last.whole().header().serial());
        assertEquals(3, last.parts());
        assertEquals(List.of(), assembler.expire(START.plusSeconds(3600)));
    }

    @Test
    void serialsWrapAround() {
        assertNull(assembler.accept(part(0xffff, 2, 1, "a"), START).whole());
        Assembly second = assembler.accept(part(0, 2, 2, "b"), START);
        assertEquals(0xffff, second.whole().header().serial());
    }

    @Test
    void aMessageOfOnePartIsWholeAtOnce() {
        assertNotNull(assembler.accept(part(7, 1, 1, "a"), START).whole());
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertEquals(List.of(RejectionReason.MALFORMED), reasons(assembler.accept(part(7, 3, 0, "a"), START)));
        assertEquals(List.of(RejectionReason.MALFORMED), reasons(assembler.accept(part(7, 3, 4, "a"), START)));
        assertEquals(List.of(), reasons(assembler.accept(part(7, 3, 1, "a"), START)));
        assertEquals(List.of(RejectionReason.MALFORMED), reasons(assembler.accept(part(8, 4, 2, "a"), START)));
    }

    @Test
    void aMissingPartIsWaitedForAndThenReported() {
        assembler.accept(part(7, 3, 1, "a"), START);
        assertEquals(0, assembler.expire(START.plusSeconds(59)).size());
        assertEquals(0, assembler.expire(START.plusSeconds(60)).size());
        List<Decoded.Rejected<Frame>> expired = assembler.expire(START.plusSeconds(61));
        assertEquals(RejectionReason.PART_MISSING, expired.get(0).reason());
        assertEquals(0, assembler.expire(START.plusSeconds(62)).size());
    }

    @Test
    void theOldestMessageMakesRoom() {
        assertEquals(0, assembler.accept(part(10, 2, 1, "a"), START).rejected().size());
        assertEquals(0, assembler.accept(part(20, 2, 1, "b"), START).rejected().size());
        Assembly third = assembler.accept(part(30, 2, 1, "c"), START);
        assertEquals(List.of(RejectionReason.PART_MISSING), reasons(third));
        assertNull(assembler.accept(part(11, 2, 2, "a"), START).whole());
        assertNotNull(assembler.accept(part(31, 2, 2, "c"), START).whole());
    }

    @Test
    void bytesAreBounded() {
        Assembly large = assembler.accept(part(10, 2, 1, "x".repeat(937)), START);
        assertEquals(List.of(RejectionReason.PART_MISSING), reasons(large));
        assertEquals(List.of(), reasons(assembler.accept(part(10, 2, 1, "x".repeat(936)), START)));
    }

    private static Frame part(int serial, int total, int number, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        Header.Part part = new Header.Part(total, number);
        Header header = new Header(0x0704, Edition.V2013, 0, "013912345678", serial, 0, bytes.length, part);
        return new Frame(header, bytes, false);
    }

    private static List<RejectionReason> reasons(Assembly assembly) {
        return assembly.rejected().stream().map(Decoded.Rejected::reason).toList();
    }
}
