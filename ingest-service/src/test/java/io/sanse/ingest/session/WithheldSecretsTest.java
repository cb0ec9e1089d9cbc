package io.sanse.ingest.session;

import static io.sanse.ingest.session.Terminal.NOW;
import static io.sanse.ingest.session.TestDirectory.GUARDED_TRUCK;
import static io.sanse.ingest.session.TestDirectory.STATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.DeadLetter;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.mapping.SanityRules;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters of devices: what stands in them is what was sent, without passwords and authentication codes. */
class WithheldSecretsTest {
    private static final DeviceRules RULES = new DeviceRules(new TestDirectory(), SanityRules.standard(), false, false);
    private static final String SECRET = "guess~123";

    private static List<String> letters(DeviceSession session, byte[] bytes) {
        List<Reply> replies = new ArrayList<>(session.receive(bytes, NOW));
        replies.addAll(session.expire(NOW.plusSeconds(61)));
        replies.addAll(session.end(NOW));
        return replies.stream()
                .flatMap(reply -> reply.letters().stream())
                .map(WithheldSecretsTest::told)
                .toList();
    }

    private static String told(DeadLetter letter) {
        return letter.reason() + ' ' + new String(letter.raw(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] authentication(Edition edition) {
        return MessageEncoder.encode(
                new Envelope(edition, GUARDED_TRUCK, 1), new Authentication(SECRET, "861234567890123", "v1.0"));
    }

    private static byte[] part() {
        return MessageEncoder.encodeParts(
                        new Envelope(Edition.V2013, GUARDED_TRUCK, 1), new Authentication(SECRET, "", ""), 6)
                .get(0);
    }

    private static byte[] damaged(byte[] frame) {
        frame[frame.length - 2] ^= 1;
        return frame;
    }

    /** A maker that forgets to escape. */
    private static byte[] unescaped(byte[] frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < frame.length; i++) {
            boolean escaped = frame[i] == 0x7d && frame[i + 1] == 2;
            bytes.write(escaped ? 0x7e : frame[i]);
            i += escaped ? 1 : 0;
        }
        return damaged(bytes.toByteArray());
    }

    private static byte[] withoutEnd(byte[] frame) {
        return Arrays.copyOf(frame, frame.length - 3);
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("a wrong code", authentication(Edition.V2013), "authentication", "*********"),
                Arguments.of(
                        "a wrong code of 2019",
                        authentication(Edition.V2019),
                        "authentication",
                        "*861234567890123v1.0"),
                Arguments.of("a wrong check byte", damaged(authentication(Edition.V2013)), "checksum", "**********"),
                Arguments.of("cut off", withoutEnd(authentication(Edition.V2013)), "truncated", "*******"),
                Arguments.of("one part alone", part(), "part-missing", "******"),
                Arguments.of("not escaped", unescaped(authentication(Edition.V2013)), "checksum", "*****"),
                Arguments.of(
                        "not escaped, cut off",
                        withoutEnd(unescaped(authentication(Edition.V2013))),
                        "checksum",
                        "*****"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void codesAreWithheld(String name, byte[] bytes, String reason, String kept) {
        List<String> letters = letters(DeviceSession.withTerminal(RULES), bytes);
        assertEquals(reason, letters.get(0).split(" ", 2)[0], letters::toString);
        assertTrue(letters.get(0).contains(kept), letters::toString);
        assertEquals(
                List.of(),
                letters.stream()
                        .filter(letter -> letter.contains("gue") || letter.contains("~12") || letter.endsWith(" 12"))
                        .toList());
    }

    @Test
    void otherMessagesAreKeptAsTheyCame() {
        byte[] report = damaged(Terminal.frame(GUARDED_TRUCK, 1, Terminal.registration("浙G·B0001")));
        String letter = letters(DeviceSession.withTerminal(RULES), report).get(0);
        String sent = new String(report, 1, report.length - 2, StandardCharsets.ISO_8859_1);
        assertEquals("checksum " + sent, letter);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a wrong one     | CN=2011;PW=654321;MN=_;Flag=5;CP=&&&& | CN=2011;PW=******;MN=_;Flag=5;CP=&&&&",
                "at the beginning | PW=654321;CN=2011;MN=_;CP=&&&&       | PW=******;CN=2011;MN=_;CP=&&&&",
                "at the end      | CN=2011;MN=_;PW=654321                | CN=2011;MN=_;PW=******",
                "written small   | CN=2011;pw = 654321;MN=_;CP=&&&&      | CN=2011;pw =*******;MN=_;CP=&&&&",
                "a new one       | CN=1072;PW=6;MN=_;CP=&&NewPW=777777&& | CN=1072;PW=*;MN=_;CP=&&NewPW=******&&",
                "none            | CN=2011;MN=_;CP=&&PWR=5&&             | CN=2011;MN=_;CP=&&PWR=5&&"
            })
    void passwordsAreWithheld(String name, String segment, String kept) {
        byte[] bytes = segment.replace("_", STATION).getBytes(StandardCharsets.UTF_8);
        String packet =
                "##%04d%s%04X\r\n".formatted(bytes.length, segment.replace("_", STATION), CrcVariant.HJ212.of(bytes));
        List<String> letters = letters(stations(), packet.getBytes(StandardCharsets.UTF_8));
        assertEquals(kept.replace("_", STATION), letters.get(0).split(" ", 2)[1], name);
    }

    @Test
    void alsoOfPacketsThatCannotBeRead() {
        List<String> letters = letters(stations(), "##0099CN=2011;PW=654321;MN=1".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("truncated ##0099CN=2011;PW=******;MN=1"), letters);
        letters = letters(stations(), "##0099CN=2011;PW=654".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("truncated ##0099CN=2011;PW=***"), letters);
    }

    private static DeviceSession stations() {
        return DeviceSession.withStations(RULES, SegmentSplitter.LONGEST_SEGMENT);
    }
}
