package io.sanse.ingest.decode.jt808;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.ingest.Samples;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import io.sanse.ingest.decode.RejectionReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frames of real terminals and of other implementations' tests, compared value by value. */
class Jt808SamplesTest {

    @TestFactory
    Stream<DynamicTest> goodFramesGiveEveryExpectedValue() {
        return tests("jt808_samples.jsonl", sample -> {
            Frame frame = Streams.onlyFrame(bytes(sample.get("raw")));
            JsonNode expected = sample.at("/expect/derived");
            SampleComparison.compare(expected, frame);
            SampleComparison.compareAssertions(sample.at("/expect/assertedBySource"), frame);
        });
    }

    @TestFactory
    Stream<DynamicTest> goodFramesAreWrittenBackAsTheyCame() {
        return tests("jt808_samples.jsonl", sample -> {
            byte[] raw = bytes(sample.get("raw"));
            byte[] written = FrameEncoder.encode(Streams.onlyFrame(raw));
            assertArrayEquals(
                    Streams.onlyFrame(raw).body(), Streams.onlyFrame(written).body());
            assertEquals(
                    Streams.onlyFrame(raw).header(), Streams.onlyFrame(written).header());
        });
    }

    @TestFactory
    Stream<DynamicTest> negativeFramesAreRefusedForOneOfTheirReasons() {
        return tests("jt808_negative.jsonl", sample -> {
            List<Decoded<Frame>> outcomes = Streams.split(bytes(sample.get("raw")));
            assertTrue(outcomes.stream().noneMatch(Decoded.Accepted.class::isInstance), "nothing accepted");
            Set<RejectionReason> allowed = new HashSet<>();
            sample.get("why").forEach(why -> allowed.add(reason(why.asText())));
            RejectionReason first = Outcomes.rejected(outcomes.get(0)).reason();
            assertTrue(allowed.contains(first), first + " is not among " + allowed);
        });
    }

    /** Each stream is cut at its delimiters by a second, naive splitter and judged by the samples' own rule. */
    @TestFactory
    Stream<DynamicTest> streamsGiveTheFramesThatTheyHold() {
        return tests("jt808_stream.jsonl", sample -> {
            byte[] raw = bytes(sample.get("raw"));
            List<Frame> frames = Streams.frames(Streams.split(raw));
            boolean valid = sample.at("/expect/derived/valid").asBoolean();
            if (valid) {
                assertEquals(1, frames.size());
                SampleComparison.compare(sample.at("/expect/derived"), frames.get(0));
            } else {
                assertEquals(NaiveSplitter.soundPieces(raw), frames.size());
            }
        });
    }

    private static RejectionReason reason(String why) {
        return switch (why) {
            case "checksumOk", "protocol.ErrCheckCode" -> RejectionReason.CHECKSUM;
            case "lengthOk" -> RejectionReason.LENGTH;
            default -> RejectionReason.TRUNCATED;
        };
    }

    private static Stream<DynamicTest> tests(String file, java.util.function.Consumer<JsonNode> check) {
        List<JsonNode> samples = Samples.lines(file);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            JsonNode sample = samples.get(i);
            String name =
                    "line " + (i + 1) + " " + sample.at("/expect/derived/msgId").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> check.accept(sample)));
        }
        return tests.stream();
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }
}
