package io.sanse.ingest.decode.hj212;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.ingest.decode.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentSplitterTest {
    private static final String SEGMENT =
            "QN=20260301080000000;ST=22;CN=2011;PW=123456;MN=A110000_0001;Flag=5;CP=&&DataTime=20260301080000;a34004-Rtd=35&&";
    private static final String GOOD = Packets.frame(SEGMENT);
    private static final String BARE = GOOD.strip();
    private static final String CHECK = BARE.substring(BARE.length() - 4);

    /** Name, the text as it arrives (| between reads), what comes out: ok, repaired, or a reason. */
    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("one packet", GOOD, "ok"),
                Arguments.of("two packets in one read", GOOD + GOOD, "ok ok"),
                Arguments.of("split in the head", "##0|1" + GOOD.substring(4), "ok"),
                Arguments.of("no line end", BARE + BARE, "ok ok"),
                Arguments.of("only a line feed", BARE + "\n" + BARE + "\n", "ok ok"),
                Arguments.of("one carriage return too many", BARE + "\r\r\n" + BARE, "ok ok"),
                Arguments.of("lower-case check value", lowerCaseCheck(), "ok"),
                Arguments.of("noise before", "\u0001junk" + GOOD, "NOISE ok"),
                Arguments.of("noise between", GOOD + "junk\r\n" + GOOD, "ok NOISE ok"),
                Arguments.of("a lone mark before", "##" + GOOD, "NOISE ok"),
                Arguments.of("marks and letters before", "##12ab" + GOOD, "NOISE ok"),
                Arguments.of("length one too long", withLength(1), "repaired"),
                Arguments.of("length one too short", withLength(-1), "repaired"),
                Arguments.of("length far too long", withLength(500) + "|" + GOOD, "repaired ok"),
                Arguments.of("length zero", "##0000" + BARE.substring(6) + "\r\n", "repaired"),
                Arguments.of(
                        "wrong length, one carriage return too many",
                        withLength(2).replace("\r", "\r\r"),
                        "repaired"),
                Arguments.of("wrong check value", wrongCheck() + GOOD, "CHECKSUM ok"),
                Arguments.of("wrong check value, nothing behind", wrongCheck(), "CHECKSUM"),
                Arguments.of("wrong check value, no line end", wrongCheck().strip() + BARE, "CHECKSUM ok"),
                Arguments.of(
                        "wrong length and wrong check value",
                        "##0300" + wrongCheck().substring(6) + GOOD,
                        "LENGTH ok"),
                Arguments.of("cut short, then a whole one", GOOD.substring(0, 60) + GOOD, "LENGTH ok"),
                Arguments.of("cut short with a line end", GOOD.substring(0, 60) + "\r\n" + GOOD, "LENGTH ok"),
                Arguments.of("cut short, then the end", GOOD.substring(0, 60), "TRUNCATED"),
                Arguments.of("half a head, then the end", GOOD + "##01", "ok NOISE"),
                Arguments.of("line ends inside", Packets.frame("CN=3020;MN=A;CP=&&i1-Info=a\r\nb\r\n&&"), "ok"),
                Arguments.of("the mark inside", Packets.frame("CN=3020;MN=A;CP=&&i1-Info=##1234&&") + GOOD, "ok ok"),
                Arguments.of("only line ends", "\r\n\r\n", ""),
                Arguments.of("empty segment", Packets.frame(""), "ok"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void cutsAStreamIntoSegmentsAndRefusals(String name, String reads, String expected) {
        List<Decoded<Segment>> outcomes = new ArrayList<>();
        SegmentSplitter splitter = new SegmentSplitter(SegmentSplitter.LONGEST_SEGMENT, outcomes::add);
        for (String read : reads.split("\\|")) {
            splitter.feed(bytes(read));
        }
        splitter.finish();
        assertEquals(expected, describe(outcomes));
    }

    @Test
    void theLongestSegmentIsASetting() {
        for (int length : List.of(99, 100, 101)) {
            List<Decoded<Segment>> outcomes = new ArrayList<>();
            SegmentSplitter splitter = new SegmentSplitter(100, outcomes::add);
            splitter.feed(bytes(Packets.frame("x".repeat(length)) + Packets.frame("CN=1")));
            splitter.finish();
            assertEquals(length <= 100 ? "ok ok" : "OVERSIZED ok", describe(outcomes), "length " + length);
        }
    }

    @Test
    void kilobytesOfNoiseAreRefusedOnceAndTheNextPacketIsFound() {
        assertEquals("OVERSIZED ok", describe(Packets.split(bytes("#".repeat(64 * 1024) + GOOD))));
        assertEquals("ok OVERSIZED ok", describe(Packets.split(bytes(GOOD + "x".repeat(64 * 1024) + GOOD))));
    }

    @Test
    void aPacketIsFoundBehindRandomNoise() {
        Random random = new Random(212);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(70_000)];
            random.nextBytes(noise);
            List<Decoded<Segment>> outcomes = Packets.split(concat(noise, bytes(GOOD)));
            assertTrue(describe(outcomes).endsWith("ok"), "round " + round);
        }
    }

    @Test
    void theWayAStreamIsSlicedDoesNotMatter() {
        Random random = new Random(2017);
        for (int round = 0; round < 500; round++) {
            byte[] stream = randomStream(random);
            List<Decoded<Segment>> sliced = new ArrayList<>();
            SegmentSplitter splitter = new SegmentSplitter(SegmentSplitter.LONGEST_SEGMENT, sliced::add);
            for (int at = 0; at < stream.length; ) {
                int count = Math.min(stream.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 400));
                splitter.feed(Arrays.copyOfRange(stream, at, at + count));
                at += count;
            }
            splitter.finish();
            assertEquals(taken(Packets.split(stream)), taken(sliced), "round " + round);
        }
    }

    @Test
    void hostileStreamsNeverThrow() {
        Random random = new Random(7);
        String alphabet = "##0123456789ABCDEF;=&-,\r\n";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(3000); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (Decoded<Segment> outcome : Packets.split(bytes(text + GOOD))) {
                if (outcome instanceof Decoded.Accepted<Segment> accepted) {
                    PacketParser.parse(accepted.value());
                }
            }
            PacketParser.parse(new Segment(bytes(text.toString()), java.util.Set.of(CrcVariant.HJ212), false));
        }
    }

    private static byte[] randomStream(Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            byte[] packet = bytes(Packets.frame(SEGMENT + random.nextInt(100_000)));
            switch (random.nextInt(6)) {
                case 0 -> packet[6 + random.nextInt(packet.length - 6)] ^= (byte) (1 << random.nextInt(7));
                case 1 -> packet = Arrays.copyOf(packet, random.nextInt(packet.length));
                case 2 -> packet[4] = '9';
                case 3 -> packet = Arrays.copyOf(packet, packet.length - 2);
                default -> stream.write(random.nextInt(256));
            }
            stream.writeBytes(packet);
        }
        return stream.toByteArray();
    }

    private static List<String> taken(List<Decoded<Segment>> outcomes) {
        List<String> taken = new ArrayList<>();
        for (Decoded<Segment> outcome : outcomes) {
            if (outcome instanceof Decoded.Accepted<Segment> accepted) {
                taken.add(new String(accepted.value().bytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return taken;
    }

    private static String describe(List<Decoded<Segment>> outcomes) {
        List<String> words = new ArrayList<>();
        for (Decoded<Segment> outcome : outcomes) {
            if (outcome instanceof Decoded.Accepted<Segment> accepted) {
                words.add(accepted.value().repaired() ? "repaired" : "ok");
            } else {
                words.add(((Decoded.Rejected<Segment>) outcome).reason().name());
            }
        }
        return String.join(" ", words);
    }

    private static String withLength(int difference) {
        return "##%04d%s".formatted(SEGMENT.length() + difference, GOOD.substring(6));
    }

    private static String wrongCheck() {
        String wrong = CHECK.equals("0000") ? "0001" : "0000";
        return BARE.substring(0, BARE.length() - 4) + wrong + "\r\n";
    }

    private static String lowerCaseCheck() {
        return BARE.substring(0, BARE.length() - 4) + CHECK.toLowerCase(Locale.ROOT) + "\r\n";
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
