package io.sanse.ingest.decode.jt808;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameSplitterTest {
    private static final String BEAT = "7e 0002 0000 013912345678 000a 38 7e";
    private static final String BEAT_CONTENT = "0002 0000 013912345678 000a 38";

    /** Name, the bytes as they arrive (| between reads), what comes out. */
    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("one frame in one read", BEAT, "2"),
                Arguments.of("two frames, each with its delimiters", BEAT + BEAT, "2 2"),
                Arguments.of("two frames sharing a delimiter", "7e" + BEAT_CONTENT + "7e" + BEAT_CONTENT + "7e", "2 2"),
                Arguments.of("a delimiter doubled and tripled", "7e7e7e" + BEAT_CONTENT + "7e7e7e", "2"),
                Arguments.of("only delimiters", "7e7e|7e7e", ""),
                Arguments.of("split in the header", "7e 0002 00|00 013912345678 000a 38 7e", "2"),
                Arguments.of("split before the last delimiter", "7e" + BEAT_CONTENT + "|7e", "2"),
                Arguments.of("split inside an escape", "7e 0002 0000 013912345678 007d|02 4c 7e", "2"),
                Arguments.of("check byte 7E, escaped", "7e 0002 0000 013912345678 004c 7d02 7e", "2"),
                Arguments.of("check byte 7D, escaped", "7e 0002 0000 013912345678 004f 7d01 7e", "2"),
                Arguments.of("check byte 7D left as it is", "7e 0002 0000 013912345678 004f 7d 7e", "2"),
                Arguments.of("check byte one off", "7e 0002 0000 013912345678 000a 39 7e" + BEAT, "CHECKSUM 2"),
                Arguments.of("length one short", "7e 0002 0001 013912345678 000a 39 7e" + BEAT, "LENGTH 2"),
                Arguments.of("length one long", "7e 0002 0000 013912345678 000a 00 38 7e" + BEAT, "LENGTH 2"),
                Arguments.of("no header", "7e 0002 7e" + BEAT, "TRUNCATED 2"),
                Arguments.of("header but no check byte", "7e 0002 0000 013912345678 000a 7e" + BEAT, "TRUNCATED 2"),
                Arguments.of("header of parts cut short", "7e 0801 2005 001234567890 02b6 7e", "TRUNCATED"),
                Arguments.of("7D at the end of a piece", "7e 0002 0000 013912345678 000a 38 7d 7e" + BEAT, "ESCAPE 2"),
                Arguments.of("7D that escapes nothing", "7e 0002 0000 7d77 3912345678 000a 38 7e" + BEAT, "ESCAPE 2"),
                Arguments.of("noise before the first frame", "00112233" + BEAT, "NOISE 2"),
                Arguments.of("noise between two frames", BEAT + "001122334455" + BEAT, "2 TRUNCATED 2"),
                Arguments.of("half a frame, then a whole one", "7e 0002 0000 0139" + BEAT, "TRUNCATED 2"),
                Arguments.of("half a frame, then the end", "7e 0002 0000 0139", "TRUNCATED"),
                Arguments.of("half an escape, then the end", BEAT + "7d", "2 TRUNCATED"),
                Arguments.of("noise, then the end", "001122", "NOISE"),
                Arguments.of(
                        "7E un-escaped in the body", "7e 0102 0003 013912345678 000a 41 7e 42 47 7e", "CHECKSUM 258"),
                Arguments.of(
                        "7E un-escaped in a body that is followed by a frame",
                        "7e 0102 0003 013912345678 000a 41 7e 42 47" + BEAT,
                        "CHECKSUM 258 2"),
                Arguments.of(
                        "half a frame is not joined with a sound one",
                        "7e 0102 000f 013912345678 000a 41" + BEAT,
                        "CHECKSUM 2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void cutsAStreamIntoFramesAndRefusals(String name, String reads, String expected) {
        List<Decoded<Frame>> outcomes = new ArrayList<>();
        FrameSplitter splitter = new FrameSplitter(outcomes::add);
        for (String read : reads.split("\\|")) {
            splitter.feed(hex(read));
        }
        splitter.finish();
        assertEquals(expected, describe(outcomes));
    }

    @Test
    void holdsTheLongestFrameAndRefusesOneByteMore() {
        byte[] longest = frameWithBody(Header.MAX_BODY_LENGTH);
        assertEquals("2304", describe(Streams.split(longest)));
        byte[] longer = Arrays.copyOf(longest, longest.length + 4);
        Arrays.fill(longer, longest.length - 1, longer.length, (byte) 1);
        assertEquals("OVERSIZED 2", describe(Streams.split(concat(longer, hex(BEAT)))));
    }

    @Test
    void kilobytesOfNoiseAreRefusedOnceAndTheNextFrameIsFound() {
        byte[] noise = new byte[64 * 1024];
        Arrays.fill(noise, (byte) 0x55);
        assertEquals("OVERSIZED 2", describe(Streams.split(concat(noise, hex(BEAT)))));
        assertEquals("2 OVERSIZED 2", describe(Streams.split(concat(hex(BEAT), noise, hex(BEAT)))));
    }

    @Test
    void aFrameIsFoundBehindRandomNoise() {
        Random random = new Random(808);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(70_000)];
            random.nextBytes(noise);
            List<Decoded<Frame>> outcomes = Streams.split(concat(noise, hex(BEAT)));
            assertTrue(describe(outcomes).endsWith("2"), "round " + round);
        }
    }

    @Test
    void theWayAStreamIsSlicedDoesNotMatter() {
        Random random = new Random(2019);
        for (int round = 0; round < 300; round++) {
            byte[] stream = randomStream(random);
            List<Decoded<Frame>> sliced = new ArrayList<>();
            FrameSplitter splitter = new FrameSplitter(sliced::add);
            for (int at = 0; at < stream.length; ) {
                int count = Math.min(stream.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 400));
                splitter.feed(Arrays.copyOfRange(stream, at, at + count));
                at += count;
            }
            splitter.finish();
            assertEquals(describe(Streams.split(stream)), describe(sliced), "round " + round);
        }
    }

    @Test
    void randomBytesNeverThrowHoweverOftenTheyAreFrames() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] content = new byte[random.nextInt(120)];
            random.nextBytes(content);
            if (content.length > 16) {
                content[0] = (byte) (random.nextBoolean() ? 2 : 1);
                content[1] = 0;
            }
            FrameDecoder.decode(content);
            FrameDecoder.headerOf(content);
            for (int id : List.of(0x0001, 0x0100, 0x0102, 0x0200, 0x0704, 0x8100, 0x0900)) {
                Edition edition = random.nextBoolean() ? Edition.V2013 : Edition.V2019;
                Header header = new Header(id, edition, 1, "13912345678", 1, 0, content.length, null);
                MessageDecoder.decode(new Frame(header, content, false));
            }
        }
    }

    private static byte[] randomStream(Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 12; i++) {
            byte[] frame = randomReport(random);
            switch (random.nextInt(5)) {
                case 0 -> frame[1 + random.nextInt(frame.length - 1)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
                case 2 -> stream.write(0x7e);
                default -> stream.write(random.nextInt(256));
            }
            stream.writeBytes(frame);
        }
        return stream.toByteArray();
    }

    private static byte[] randomReport(Random random) {
        byte[] value = new byte[random.nextInt(30)];
        random.nextBytes(value);
        LocationReport report = new LocationReport(
                random.nextInt(),
                3,
                random.nextDouble() * 90,
                random.nextDouble() * 180,
                random.nextInt(8000),
                60,
                random.nextInt(360),
                Instant.ofEpochSecond(1_700_000_000 + random.nextInt(100_000_000)),
                LocationItems.of(new LocationItems.Item(0xe1, value)));
        Edition edition = random.nextBoolean() ? Edition.V2013 : Edition.V2019;
        return MessageEncoder.encode(new Envelope(edition, "13912345678", random.nextInt(65536)), report);
    }

    private static byte[] frameWithBody(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 1);
        Header header = new Header(0x0900, Edition.V2019, 1, "13912345678", 1, 0, length, new Header.Part(2, 1));
        return FrameEncoder.encode(new Frame(header, body, false));
    }

    private static String describe(List<Decoded<Frame>> outcomes) {
        List<String> words = new ArrayList<>();
        for (Decoded<Frame> outcome : outcomes) {
            words.add(
                    outcome instanceof Decoded.Accepted<Frame> accepted
                            ? String.valueOf(accepted.value().header().messageId())
                            : ((Decoded.Rejected<Frame>) outcome).reason().name());
        }
        return String.join(" ", words);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hex(String spaced) {
        return HexFormat.of().parseHex(spaced.replace(" ", ""));
    }
}
