package io.sanse.ingest.session;

import static io.sanse.ingest.session.Terminal.NOW;
import static io.sanse.ingest.session.TestDirectory.MODBUS_STATION;
import static io.sanse.ingest.session.TestDirectory.STATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Reading;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.ingest.decode.mapping.SanityRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StationSessionTest {
    private static final String QN = "QN=20260305200000001;ST=22;";
    private static final String HEAD = QN + "CN=2011;PW=123456;MN=" + STATION + ";Flag=5;";
    private static final String NOW_TEXT = "DataTime=20260305200000;";

    private final DeviceSession session = session(false);

    /** Name, data segment, the answer's command and parameters, the reasons of letters, observations. */
    static Stream<Arguments> packets() {
        String data = "CP=&&" + NOW_TEXT + "a34004-Rtd=35,a34004-Flag=N&&";
        return Stream.of(
                Arguments.of("data, answer wanted", HEAD + data, "9014;", "", 1),
                Arguments.of("data, no answer wanted", HEAD.replace("=5;", "=4;") + data, "", "", 1),
                Arguments.of("data, no flags", HEAD.replace("Flag=5;", "") + data, "", "", 1),
                Arguments.of("minute", HEAD.replace("2011", "2051") + data, "9014;", "", 1),
                Arguments.of("hour", HEAD.replace("2011", "2061") + data, "9014;", "", 1),
                Arguments.of("facility state", HEAD.replace("2011", "2021") + data, "9014;", "unsupported-message", 0),
                Arguments.of("asks for the time", HEAD.replace("2011", "1013") + "CP=&&&&", "9013;", "", 0),
                Arguments.of("heart beat", HEAD.replace("2011", "9015") + "CP=&&&&", "9013;", "", 0),
                Arguments.of("an answer", HEAD.replace("2011", "9012") + "CP=&&ExeRtn=1&&", "", "", 0),
                Arguments.of(
                        "a command",
                        HEAD.replace("2011", "1072") + "CP=&&&&",
                        "9011;QnRtn=8",
                        "unsupported-message",
                        0),
                Arguments.of("unknown system", HEAD.replace("ST=22", "ST=101") + data, "9014;", "", 1),
                Arguments.of(
                        "unknown station", HEAD.replace(STATION, "X9") + data, "9011;QnRtn=4", "unknown-device", 0),
                Arguments.of(
                        "wrong password", HEAD.replace("123456", "654321") + data, "9011;QnRtn=3", "authentication", 0),
                Arguments.of("no station", QN + "CN=2011;" + data, "", "malformed", 0),
                Arguments.of("tomorrow", HEAD + data.replace("20260305", "20260306"), "9014;", "time-in-future", 0),
                Arguments.of("1999", HEAD + data.replace("2026", "1999"), "9014;", "time-too-old", 0),
                Arguments.of("no time", HEAD + data.replace(NOW_TEXT, ""), "9014;", "time-invalid", 0),
                Arguments.of("no factor", HEAD + "CP=&&" + NOW_TEXT + "&&", "9014;", "malformed", 0),
                Arguments.of("empty", HEAD + "CP=&&&&", "9014;", "time-invalid", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void packetsAreAnswered(String name, String segment, String answer, String reasons, int observations) {
        Told told = told(session, frame(segment, CrcVariant.HJ212));
        String expected = answer.isEmpty() ? "" : answered(answer);
        assertEquals(expected, new String(told.answersWhenKept(), StandardCharsets.UTF_8));
        assertEquals(reasons, String.join(" ", told.reasons()));
        assertEquals(observations, told.observations());
        if (observations > 0) {
            assertEquals(0, told.answersWhenNotKept().length);
        }
    }

    @Test
    void aStationIsAnsweredInItsOwnVariant() {
        String segment = HEAD.replace(STATION, MODBUS_STATION) + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&";
        Told told = told(session, frame(segment, CrcVariant.MODBUS));
        assertEquals(1, told.observations());
        String answer = QN.replace("22", "91") + "CN=9014;PW=123456;MN=" + MODBUS_STATION + ";Flag=4;CP=&&&&";
        assertEquals(frame(answer, CrcVariant.MODBUS), new String(told.answersWhenKept(), StandardCharsets.UTF_8));
    }

    @Test
    void anotherVariantThanTheStationsIsAWrongCheckValue() {
        Told told = told(session, frame(HEAD + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&", CrcVariant.MODBUS));
        assertEquals(List.of("checksum"), told.reasons());
        assertEquals(answered("9011;QnRtn=9"), new String(told.answersWhenKept(), StandardCharsets.UTF_8));
    }

    @Test
    void aWrongCheckValueIsAnsweredWithItsReason() {
        String good = frame(HEAD + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&", CrcVariant.HJ212);
        Told told = told(session, good.replace("Rtd=35", "Rtd=36"));
        assertEquals(List.of("checksum"), told.reasons());
        assertEquals(answered("9011;QnRtn=9"), new String(told.answersWhenKept(), StandardCharsets.UTF_8));
    }

    @Test
    void unitAndPlaceAreTheRegistrys() {
        Told told = told(session, frame(HEAD + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&", CrcVariant.HJ212));
        Reading reading = (Reading) told.only().observations().get(0).payload();
        assertEquals("ug/m3", reading.factors().get(0).unit());
        assertEquals("air", told.only().observations().get(0).source().feed());
    }

    @Test
    void unknownStationsAreLetInByASetting() {
        String segment = HEAD.replace(STATION, "X9") + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&";
        Told told = told(session(true), frame(segment, CrcVariant.HJ212));
        assertEquals(Subject.station("X9"), told.only().observations().get(0).subject());
        String nameless = HEAD.replace(STATION, "") + "CP=&&" + NOW_TEXT + "a34004-Rtd=35&&";
        assertEquals(
                List.of("unknown-device"),
                told(session(true), frame(nameless, CrcVariant.HJ212)).reasons());
    }

    @Test
    void eachPartIsAnsweredAsSoonAsItsTimeIsKnown() {
        String head = HEAD.replace("Flag=5;", "Flag=7;PNUM=2;PNO=1;").replace("2011", "2061");
        String second = head.replace("PNO=1", "PNO=2") + "CP=&&a34002-Avg=70&&";
        assertEquals(0, told(session, frame(second, CrcVariant.HJ212)).observations());
        String first = head + "CP=&&" + NOW_TEXT + "a34004-Avg=35&&";
        Told told = told(session, frame(first, CrcVariant.HJ212));
        assertEquals(2, told.observations());
        assertEquals(answered("9014;") + answered("9014;"), new String(told.answersWhenKept(), StandardCharsets.UTF_8));
    }

    @Test
    void partsThatNeverComeAreALetter() {
        String part = HEAD.replace("Flag=5;", "Flag=7;PNUM=2;PNO=2;") + "CP=&&a34002-Avg=70&&";
        told(session, frame(part, CrcVariant.HJ212));
        assertEquals(List.of(), new Told(session.expire(NOW.plusSeconds(60))).reasons());
        assertEquals(List.of("part-missing"), new Told(session.expire(NOW.plusSeconds(61))).reasons());
    }

    @Test
    void aHalfPacketAtTheEndIsALetter() {
        told(session, "##0100QN=2026");
        assertEquals(List.of("truncated"), new Told(session.end(NOW)).reasons());
    }

    private static String answered(String commandAndParameters) {
        String[] parts = commandAndParameters.split(";", 2);
        return frame(
                QN.replace("22", "91") + "CN=" + parts[0] + ";PW=" + password(parts) + ";MN=" + deviceId(parts)
                        + ";Flag=4;CP=&&" + parts[1] + "&&",
                CrcVariant.HJ212);
    }

    private static String password(String[] answer) {
        return answer[1].equals("QnRtn=3") ? "654321" : "123456";
    }

    private static String deviceId(String[] answer) {
        return answer[1].equals("QnRtn=4") ? "X9" : STATION;
    }

    private static String frame(String segment, CrcVariant variant) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        return "##%04d%s%04X\r\n".formatted(bytes.length, segment, variant.of(bytes));
    }

    private static Told told(DeviceSession session, String text) {
        return new Told(session.receive(text.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private static DeviceSession session(boolean admitUnknown) {
        DeviceRules rules = new DeviceRules(new TestDirectory(), SanityRules.standard(), admitUnknown, false);
        return DeviceSession.withStations(rules, SegmentSplitter.LONGEST_SEGMENT);
    }
}
