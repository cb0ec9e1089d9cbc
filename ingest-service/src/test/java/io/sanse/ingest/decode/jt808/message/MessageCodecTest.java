package io.sanse.ingest.decode.jt808.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.PartAssembler;
import io.sanse.ingest.decode.jt808.Streams;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.HeartBeat;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.LocationBatch;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Unregistration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
    private static final String WORKED_POSITION =
            "000000000000000301d37b35063f5e4901a0014a011b210917171126" + "010400000c4530011531010461021d74";
    private static final LocationReport REPORT = new LocationReport(
            1 << 8,
            3 | 1 << 2 | 1 << 3 | 3 << 8,
            -28.5,
            -119.25,
            35,
            61.5,
            359,
            Instant.parse("2026-02-28T16:00:00Z"),
            LocationItems.of(LocationItems.number(LocationItems.MILEAGE, 4, 123_456)));

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("heart beat", new HeartBeat()),
                Arguments.of("unregistration", new Unregistration()),
                Arguments.of("location", REPORT),
                Arguments.of("batch", new LocationBatch(true, 2, List.of(REPORT, REPORT), true)),
                Arguments.of("empty batch", new LocationBatch(false, 0, List.of(), true)),
                Arguments.of("platform's answer", GeneralAnswer.ofPlatform(65535, 0x0200, GeneralAnswer.FAILURE)),
                Arguments.of("terminal's answer", new GeneralAnswer(0x0001, 1, 0x8103, GeneralAnswer.SUCCESS)),
                Arguments.of("registration answer", new RegistrationAnswer(3, RegistrationAnswer.SUCCESS, "code-1")),
                Arguments.of(
                        "refused registration", new RegistrationAnswer(3, RegistrationAnswer.NO_SUCH_TERMINAL, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void whatIsWrittenIsRead(String name, TerminalMessage message) {
        for (Edition edition : List.of(Edition.V2013, Edition.V2019)) {
            assertEquals(message, readBack(new Envelope(edition, "13912345678", 9), message));
        }
    }

    static Stream<Arguments> registrations() {
        return Stream.of(
                Arguments.of("2011", registration(Edition.V2011, 2, "浙G12345")),
                Arguments.of("2011 with a VIN", registration(Edition.V2011, 0, "LZGJLDR44GX012345")),
                Arguments.of("2013", registration(Edition.V2013, 2, "浙G12345")),
                Arguments.of("2013 green plate", registration(Edition.V2013, 5, "浙GD12345")),
                Arguments.of("2013 with a VIN", registration(Edition.V2013, 0, "LZGJLDR44GX012345")),
                Arguments.of("2013 without a plate", registration(Edition.V2013, 0, "")),
                Arguments.of("2019", registration(Edition.V2019, 91, "浙G12345")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registrations")
    void layoutOfARegistrationIsFound(String name, Registration registration) {
        assertEquals(registration, readBack(new Envelope(registration.layout(), "13912345678", 9), registration));
    }

    @Test
    void authenticationCarriesMoreFrom2019On() {
        Authentication old = new Authentication("secret", "", "");
        Authentication now = new Authentication("secret", "123456789012345", "3.7.15");
        assertEquals(old, readBack(new Envelope(Edition.V2013, "139", 1), old));
        assertEquals(now, readBack(new Envelope(Edition.V2019, "139", 1), now));
    }

    @Test
    void aCodeWithoutItsLengthIsStillACode() {
        byte[] code = "zecret".getBytes(StandardCharsets.US_ASCII);
        assertEquals(new Authentication("zecret", "", ""), accepted(frame(0x0102, Edition.V2019, code)));
    }

    @Test
    void readsTheWorkedPosition() {
        LocationReport report = assertInstanceOf(
                LocationReport.class,
                accepted(frame(0x0200, Edition.V2013, HexFormat.of().parseHex(WORKED_POSITION))));
        assertEquals(30.636853, report.latitude());
        assertEquals(104.816201, report.longitude());
        assertEquals(416, report.altitude());
        assertEquals(33.0, report.speed());
        assertEquals(283, report.direction());
        assertEquals(Instant.parse("2021-09-17T09:11:26Z"), report.observedAt());
        assertEquals(3141, report.items().number(LocationItems.MILEAGE));
        assertEquals(21, report.items().number(LocationItems.SIGNAL_STRENGTH));
        assertEquals(4, report.items().number(LocationItems.SATELLITES));
        assertEquals(-1, report.items().number(LocationItems.FUEL));
        assertEquals("61=1d74", report.items().toList().get(3).toString());
    }

    /** Name, BCD digits, whether they are a time. */
    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of("all zero", "000000000000", null),
                Arguments.of("first second", "000101000000", "1999-12-31T16:00:00Z"),
                Arguments.of("letter", "26a101000000", null),
                Arguments.of("month 12", "261201000000", "2026-11-30T16:00:00Z"),
                Arguments.of("month 13", "261301000000", null),
                Arguments.of("29 February of a leap year", "280229235959", "2028-02-29T15:59:59Z"),
                Arguments.of("29 February of another", "270229235959", null),
                Arguments.of("hour 24", "260101240000", null),
                Arguments.of("minute 60", "260101236000", null),
                Arguments.of("second 60", "260101235960", null),
                Arguments.of("all nine", "999999999999", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void aTimeThatIsNoneIsKeptAsNone(String name, String digits, String expected) {
        byte[] body = HexFormat.of().parseHex(WORKED_POSITION.replace("210917171126", digits));
        LocationReport report = (LocationReport) accepted(frame(0x0200, Edition.V2013, body));
        if (expected == null) {
            assertNull(report.observedAt());
        } else {
            assertEquals(Instant.parse(expected), report.observedAt());
        }
    }

    /** Name, items after the basic 28 bytes, items kept, bytes left over. */
    static Stream<Arguments> items() {
        return Stream.of(
                Arguments.of("none", "", 0, 0),
                Arguments.of("exactly to the end", "300115", 1, 0),
                Arguments.of("one byte beyond the end", "3001153102ff", 1, 3),
                Arguments.of("an id without a length", "30011531", 1, 1),
                Arguments.of("zero length", "f100300115", 2, 0),
                Arguments.of("longest", "f1ff" + "00".repeat(255), 1, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void anOverlongItemEndsTheItemsNotTheMessage(String name, String items, int kept, int leftOver) {
        byte[] body = HexFormat.of().parseHex(WORKED_POSITION.substring(0, 56) + items);
        LocationReport report = (LocationReport) accepted(frame(0x0200, Edition.V2013, body));
        assertEquals(kept, report.items().toList().size());
        assertEquals(leftOver, report.items().leftOver());
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("position of 27 bytes", 0x0200, 27),
                Arguments.of("registration of 24 bytes", 0x0100, 24),
                Arguments.of("batch without a head", 0x0704, 2),
                Arguments.of("answer of 4 bytes", 0x0001, 4),
                Arguments.of("registration answer of 2 bytes", 0x8100, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void aBodyOneByteTooShortIsMalformed(String name, int messageId, int length) {
        assertEquals(RejectionReason.MALFORMED, refusal(frame(messageId, Edition.V2013, new byte[length])));
        assertInstanceOf(
                Decoded.Accepted.class, MessageDecoder.decode(frame(messageId, Edition.V2013, new byte[length + 1])));
    }

    @Test
    void otherMessagesAndEncryptedOnesAreNamed() {
        assertEquals(RejectionReason.UNSUPPORTED_MESSAGE, refusal(frame(0x0900, Edition.V2013, new byte[3])));
        Header encrypted = new Header(0x0200, Edition.V2013, 0, "139", 1, 1, 28, null);
        assertEquals(RejectionReason.ENCRYPTED, refusal(new Frame(encrypted, new byte[28], false)));
    }

    @Test
    void aBatchKeepsWhatCanBeRead() {
        String report = "001c" + WORKED_POSITION.substring(0, 56);
        assertBatch("0002" + "01" + report + report, 2, true);
        assertBatch("0003" + "01" + report + report, 2, false);
        assertBatch("0001" + "01" + report + report, 1, false);
        assertBatch("0002" + "01" + report + report.substring(0, 20), 1, false);
        assertBatch("0002" + "01" + report + "0002ffff", 1, false);
    }

    @Test
    void platesComeInGbkAndInUtf8() {
        for (var charset : List.of(BodyReader.TEXT, StandardCharsets.UTF_8)) {
            for (String plate : List.of("浙G12345", "豫A00001", "粤B88888", "京AD12345")) {
                byte[] bytes = plate.getBytes(charset);
                assertEquals(plate, new BodyReader(bytes, 0, bytes.length).readText(bytes.length));
            }
        }
        byte[] padded = "\0\0 model \0".getBytes(StandardCharsets.US_ASCII);
        assertEquals("model", new BodyReader(padded, 0, padded.length).readText(padded.length));
    }

    @Test
    void aLongBatchTravelsInParts() {
        LocationBatch batch = new LocationBatch(true, 60, Collections.nCopies(60, REPORT), true);
        Envelope envelope = new Envelope(Edition.V2019, "13912345678", 0xfffe);
        assertThrows(IllegalArgumentException.class, () -> MessageEncoder.encode(envelope, batch));
        PartAssembler assembler = new PartAssembler(new PartAssembler.Limits(1, 10_000, Duration.ofMinutes(1)));
        Frame whole = null;
        for (byte[] wire : MessageEncoder.encodeParts(envelope, batch, 1000)) {
            assertNull(whole);
            whole = assembler.accept(Streams.onlyFrame(wire), Instant.EPOCH).whole();
        }
        assertEquals(batch, accepted(whole));
    }

    private static void assertBatch(String hex, int reports, boolean complete) {
        LocationBatch batch = (LocationBatch)
                accepted(frame(0x0704, Edition.V2013, HexFormat.of().parseHex(hex)));
        assertEquals(reports, batch.reports().size());
        assertEquals(complete, batch.complete());
    }

    private static Registration registration(Edition layout, int colour, String plate) {
        return new Registration(layout, 33, 784, "70111", "TD-808", "0567872", colour, plate);
    }

    private static TerminalMessage readBack(Envelope envelope, TerminalMessage message) {
        return accepted(Streams.onlyFrame(MessageEncoder.encode(envelope, message)));
    }

    private static TerminalMessage accepted(Frame frame) {
        return Outcomes.accepted(MessageDecoder.decode(frame));
    }

    private static RejectionReason refusal(Frame frame) {
        return Outcomes.rejected(MessageDecoder.decode(frame)).reason();
    }

    private static Frame frame(int messageId, Edition edition, byte[] body) {
        Header header = new Header(messageId, edition, 1, "013912345678", 1, 0, body.length, null);
        return new Frame(header, Arrays.copyOf(body, body.length), false);
    }
}
