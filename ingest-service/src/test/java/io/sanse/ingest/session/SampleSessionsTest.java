package io.sanse.ingest.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.ingest.Samples;
import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.ingest.decode.mapping.SanityRules;
import io.sanse.ingest.session.Reply.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Other people's frames through whole sessions that let unknown devices in. */
class SampleSessionsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<String> ANSWERS_THEMSELVES = Set.of("0x0001", "0x8001", "0x8100");
    private static final DeviceRules RULES = new DeviceRules(new TestDirectory(), SanityRules.standard(), true, false);

    @TestFactory
    Stream<DynamicTest> goodFramesAreSoundAndAnswered() {
        return tests("jt808_samples.jsonl", sample -> {
            Told told = told(sample);
            boolean isPart = sample.at("/expect/derived/subpackage").asBoolean();
            boolean isAnswer = ANSWERS_THEMSELVES.contains(
                    sample.at("/expect/derived/msgId").asText());
            assertEquals(Verdict.SOUND, told.only().verdict());
            boolean answered = told.answersWhenKept().length > 0;
            assertEquals(!isPart && !isAnswer, answered);
        });
    }

    @TestFactory
    Stream<DynamicTest> locationsAreAcknowledgedWhetherBelievedOrNot() {
        return tests("jt808_samples.jsonl", sample -> {
            boolean isLocation = sample.at("/expect/derived").has("location")
                    && sample.at("/expect/derived/msgId").asText().equals("0x0200");
            if (isLocation) {
                Told told = told(sample);
                String answer = Terminal.understand(told.answersWhenKept()).get(0);
                assertTrue(answer.endsWith(":0"), answer);
                assertEquals(1, told.observations() + told.reasons().size());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> negativeFramesAreRefusedAndKept() {
        return tests("jt808_negative.jsonl", sample -> {
            Told told = told(sample);
            assertEquals(0, told.observations());
            assertFalse(told.reasons().isEmpty());
            assertTrue(told.replies().stream().allMatch(reply -> reply.verdict() == Verdict.UNSOUND));
        });
    }

    @TestFactory
    Stream<DynamicTest> packetsOfStationsAreAnsweredAsTheyWish() {
        return tests("hj212_samples.jsonl", sample -> {
            if (sample.at("/expect/crcOk").asBoolean()) {
                DeviceSession session = DeviceSession.withStations(RULES, SegmentSplitter.LONGEST_SEGMENT);
                byte[] raw = sample.get("raw").asText().getBytes(StandardCharsets.UTF_8);
                Told told = new Told(session.receive(raw, NOW));
                assertNotEquals(Verdict.UNSOUND, told.only().verdict());
                boolean isAnswer = sample.at("/expect/parsed/CN").asText().matches("901[1-4]");
                boolean answerWanted = sample.at("/expect/parsed/_flag/needAck").asBoolean() && !isAnswer;
                assertEquals(answerWanted, told.answersWhenKept().length > 0);
            }
        });
    }

    private static Told told(JsonNode sample) {
        DeviceSession session = DeviceSession.withTerminal(RULES);
        byte[] raw = HexFormat.of().parseHex(sample.get("raw").asText());
        List<Reply> replies = new ArrayList<>(session.receive(raw, NOW));
        return new Told(replies);
    }

    private static Stream<DynamicTest> tests(String file, Consumer<JsonNode> check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode sample : Samples.lines(file)) {
            tests.add(DynamicTest.dynamicTest("line " + (tests.size() + 1), () -> check.accept(sample)));
        }
        return tests.stream();
    }
}
