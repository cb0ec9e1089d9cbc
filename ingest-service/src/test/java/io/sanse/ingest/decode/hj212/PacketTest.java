package io.sanse.ingest.decode.hj212;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import io.sanse.ingest.decode.RejectionReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PacketTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final PartJoiner joiner = new PartJoiner(new PartJoiner.Limits(2, 5, Duration.ofSeconds(60)));

    @ParameterizedTest
    @CsvSource({"'',FFFF", "A,7080", "123456789,2F80"})
    void checkValuesOfTheStandard(String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(expected, "%04X".formatted(CrcVariant.HJ212.of(bytes)));
    }

    @Test
    void checkValuesOfTheOtherVariants() {
        byte[] bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x4b37, CrcVariant.MODBUS.of(bytes));
        assertEquals(0x374b, CrcVariant.MODBUS_SWAPPED.of(bytes));
    }

    /** Name, data segment, its parameters as group/code/name/value. */
    static Stream<Arguments> segments() {
        return Stream.of(
                Arguments.of(
                        "as the standard", "CN=2011;MN=A;CP=&&T=1;a-Rtd=2,a-Flag=N&&", "0//T/1 1/a/Rtd/2 1/a/Flag/N"),
                Arguments.of("keys in lower case", "cn=2011;mn=A;cp=&&a-rtd=2&&", "0/a/rtd/2"),
                Arguments.of("separator swapped", "CN=2011;MN=A;CP=&&a-Rtd=92;Flag=N&&", "0/a/Rtd/92 1//Flag/N"),
                Arguments.of("trailing separator", "CN=2011;MN=A;CP=&&a-Rtd=92;&&", "0/a/Rtd/92"),
                Arguments.of("blanks", " CN = 2011 ; MN=A; CP=&& a-Rtd = 92 , b-Rtd=1 &&", "0/a/Rtd/92 0/b/Rtd/1"),
                Arguments.of(
                        "no value", "CN=2011;MN=A;CP=&&a-Rtd=,b-Rtd=-,c-Rtd=NaN&&", "0/a/Rtd/ 0/b/Rtd/- 0/c/Rtd/NaN"),
                Arguments.of("no equals sign", "CN=2011;MN=A;CP=&&what&&", "0///what"),
                Arguments.of("factor twice", "CN=2011;MN=A;CP=&&a-Rtd=1;a-Rtd=2&&", "0/a/Rtd/1 1/a/Rtd/2"),
                Arguments.of("fence inside", "CN=2011;MN=A;CP=&&a-Rtd=1&&;b-Rtd=2&&", "0/a/Rtd/1&& 1/b/Rtd/2"),
                Arguments.of("empty parameters", "CN=2011;MN=A;CP=&&&&", ""),
                Arguments.of("one fence only", "CN=2011;MN=A;CP=&&", ""),
                Arguments.of("no fences", "CN=2011;MN=A;CP=a-Rtd=1", "0/a/Rtd/1"),
                Arguments.of("no parameters", "CN=2011;MN=A", ""),
                Arguments.of("CP inside another word", "XCP=1;CN=2011;MN=A;CP=&&a-Rtd=1&&", "0/a/Rtd/1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("segments")
    void parametersAreReadLeniently(String name, String segment, String expected) {
        Packet packet = Packets.parse(segment);
        List<String> parameters = packet.parameters().stream()
                .map(p -> p.group() + "/" + p.code() + "/" + p.name() + "/" + p.value())
                .toList();
        assertEquals(expected, String.join(" ", parameters));
    }

    @ParameterizedTest
    @CsvSource({"MN=A;CP=&&&&", "CN=2011;CP=&&&&", "CN=;MN=A", "'###'", "''"})
    void aPacketThatNamesNoCommandOrStationIsMalformed(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        Decoded<Packet> outcome = PacketParser.parse(new Segment(bytes, Set.of(CrcVariant.HJ212), false));
        assertEquals(RejectionReason.MALFORMED, Outcomes.rejected(outcome).reason());
    }

    @Test
    void textIsUtf8OrGbk() {
        String segment = "CN=3020;MN=A;CP=&&i11001-Info=清洗管路&&";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
            Segment bytes = new Segment(segment.getBytes(charset), Set.of(CrcVariant.HJ212), false);
            Packet packet = Outcomes.accepted(PacketParser.parse(bytes));
            assertEquals("清洗管路", packet.parameters().get(0).value());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,false,false",
        "3,0,true,true",
        "4,1,false,false",
        "5,1,false,true",
        "7,1,true,true",
        "8,2,false,false",
        "9,2,false,true"
    })
    void flagsHoldVersionNumberingAndAnswer(int bits, int version, boolean numbered, boolean answerWanted) {
        Flags flags = new Flags(bits);
        assertEquals(version, flags.version());
        assertEquals(numbered, flags.numbered());
        assertEquals(answerWanted, flags.answerWanted());
    }

    @ParameterizedTest
    @CsvSource({"x", "-1", "256", "12345", "''"})
    void flagsThatAreNoneAreLeftOut(String flag) {
        assertNull(Packets.parse("CN=2011;MN=A;Flag=" + flag).head().flags());
    }

    /** Command and flags of a packet, the answer without its head, or none. */
    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("2011", 5, "CN=9014;PW=1;MN=A;Flag=4;CP=&&&&"),
                Arguments.of("2051", 1, "CN=9014;PW=1;MN=A;Flag=0;CP=&&&&"),
                Arguments.of("2061", 9, "CN=9014;PW=1;MN=A;Flag=8;CP=&&&&"),
                Arguments.of("2081", 5, "CN=9014;PW=1;MN=A;Flag=4;CP=&&&&"),
                Arguments.of("3019", 5, "CN=9014;PW=1;MN=A;Flag=4;CP=&&&&"),
                Arguments.of("1013", 5, "CN=9013;PW=1;MN=A;Flag=4;CP=&&&&"),
                Arguments.of("9015", 9, "CN=9013;PW=1;MN=A;Flag=8;CP=&&&&"),
                Arguments.of("1072", 5, "CN=9011;PW=1;MN=A;Flag=4;CP=&&QnRtn=8&&"),
                Arguments.of("7777", 5, "CN=9011;PW=1;MN=A;Flag=4;CP=&&QnRtn=8&&"),
                Arguments.of("2011", 4, null),
                Arguments.of("9011", 5, null),
                Arguments.of("9012", 5, null),
                Arguments.of("9013", 5, null),
                Arguments.of("9014", 5, null));
    }

    @ParameterizedTest(name = "{0} with flag {1}")
    @MethodSource("answers")
    void answersRepeatWhatNamesTheRequest(String command, int flag, String expected) {
        Packet packet =
                Packets.parse("QN=20260301080000000;ST=22;CN=" + command + ";PW=1;MN=A;Flag=" + flag + ";CP=&&&&");
        Packet answer = Answers.received(packet);
        String text = answer == null ? null : new String(PacketEncoder.segment(answer), StandardCharsets.UTF_8);
        assertEquals(expected == null ? null : "QN=20260301080000000;ST=91;" + expected, text);
    }

    @Test
    void aPacketWithoutFlagsWantsNoAnswer() {
        assertNull(Answers.received(Packets.parse("CN=2011;MN=A;CP=&&&&")));
        assertNull(Answers.refused(Packets.parse("CN=2011;MN=A;CP=&&&&"), Answers.RequestResult.UNKNOWN_DEVICE));
    }

    @ParameterizedTest
    @CsvSource({"255,true", "256,true", "257,false"})
    void namesTooLongToRepeatAreNotAnswered(int length, boolean answered) {
        Packet packet = Packets.parse("CN=2011;Flag=5;MN=" + "A".repeat(length));
        assertEquals(answered, Answers.received(packet) != null);
    }

    @Test
    void refusalsCarryTheirReason() {
        Packet answer = Answers.refused(Packets.parse("QN=1;CN=2011;MN=A;Flag=5"), Answers.RequestResult.WRONG_CRC);
        assertEquals("9", answer.field("QnRtn"));
    }

    @Test
    void theOfficialPacketIsWrittenAsPrinted() {
        Packet packet = Packets.parse(
                "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&");
        String wire = new String(PacketEncoder.encode(packet, CrcVariant.HJ212), StandardCharsets.UTF_8);
        assertEquals(
                "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n",
                wire);
    }

    @Test
    void aSegmentThatFitsNoPacketIsNotWritten() {
        Packet packet = Packets.parse("CN=3020;MN=A;CP=&&i1-Info=" + "x".repeat(10_000) + "&&");
        assertThrows(IllegalArgumentException.class, () -> PacketEncoder.encode(packet, CrcVariant.HJ212));
    }

    /** Name, the parts in the order of arrival as number/total:parameters, the parameters that went on after each. */
    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of(
                        "each with its time",
                        List.of("1/2:DataTime=1;a-Rtd=1", "2/2:DataTime=1;b-Rtd=2"),
                        List.of("DataTime=1;a-Rtd=1", "DataTime=1;b-Rtd=2")),
                Arguments.of(
                        "time in the first",
                        List.of("1/2:DataTime=1;a-Rtd=1", "2/2:b-Rtd=2"),
                        List.of("DataTime=1;a-Rtd=1", "DataTime=1;b-Rtd=2")),
                Arguments.of(
                        "2 before 1",
                        List.of("2/2:b-Rtd=2", "1/2:DataTime=1;a-Rtd=1"),
                        List.of("", "DataTime=1;b-Rtd=2|DataTime=1;a-Rtd=1")),
                Arguments.of("no time at all", List.of("1/2:a-Rtd=1", "2/2:b-Rtd=2"), List.of("", "a-Rtd=1|b-Rtd=2")),
                Arguments.of(
                        "a part twice",
                        List.of("2/3:b-Rtd=2", "2/3:b-Rtd=2", "1/3:DataTime=1"),
                        List.of("", "", "DataTime=1;b-Rtd=2|DataTime=1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void partsGoOnAsSoonAsTheirTimeIsKnown(String name, List<String> arrivals, List<String> expected) {
        for (int i = 0; i < arrivals.size(); i++) {
            PartJoiner.Joined joined = joiner.accept(part(arrivals.get(i)), START);
            List<String> ready =
                    joined.ready().stream().map(PacketTest::parameters).toList();
            assertEquals(expected.get(i), String.join("|", ready), "after part " + (i + 1));
        }
    }

    @Test
    void aMissingPartIsReported() {
        joiner.accept(part("1/2:DataTime=1;a-Rtd=1"), START);
        assertEquals(0, joiner.expire(START.plusSeconds(60)).size());
        List<Decoded.Rejected<Packet>> expired = joiner.expire(START.plusSeconds(61));
        assertEquals(RejectionReason.PART_MISSING, expired.get(0).reason());
        assertEquals("1 of 2 parts came", expired.get(0).detail());
        assertEquals(0, joiner.expire(START.plusSeconds(62)).size());
    }

    @Test
    void impossiblePartsAreRefusedAndTheOldestMessageMakesRoom() {
        for (String impossible : List.of("0/2:a=1", "3/2:a=1", "1/6:a=1")) {
            assertEquals(
                    RejectionReason.MALFORMED,
                    joiner.accept(part(impossible), START).rejected().get(0).reason());
        }
        joiner.accept(part("1/2:a=1"), START);
        assertEquals(
                RejectionReason.MALFORMED,
                joiner.accept(part("2/3:a=1"), START).rejected().get(0).reason());
        joiner.accept(Packets.parse("QN=2;CN=2051;MN=A;Flag=6;PNUM=2;PNO=1"), START);
        PartJoiner.Joined third = joiner.accept(Packets.parse("QN=3;CN=2051;MN=A;Flag=6;PNUM=2;PNO=1"), START);
        assertEquals(RejectionReason.PART_MISSING, third.rejected().get(0).reason());
    }

    @ParameterizedTest
    @CsvSource({
        "Flag=6;PNUM=2;PNO=1,true",
        "PNUM=2;PNO=1,true",
        "Flag=4;PNUM=2;PNO=1,false",
        "Flag=6;PNUM=1;PNO=1,false",
        "Flag=6,false"
    })
    void numbersCountOnlyWhenAnnounced(String fields, boolean expected) {
        assertEquals(expected, Packets.parse("CN=2051;MN=A;" + fields).isPart());
    }

    private static Packet part(String arrival) {
        String[] numberAndRest = arrival.split("[/:]", 3);
        return Packets.parse("QN=1;CN=2051;MN=A;Flag=7;PNUM=" + numberAndRest[1] + ";PNO=" + numberAndRest[0] + ";CP=&&"
                + numberAndRest[2] + "&&");
    }

    private static String parameters(Packet packet) {
        String segment = new String(PacketEncoder.segment(packet), StandardCharsets.UTF_8);
        return segment.substring(segment.indexOf("&&") + 2, segment.lastIndexOf("&&"));
    }
}
