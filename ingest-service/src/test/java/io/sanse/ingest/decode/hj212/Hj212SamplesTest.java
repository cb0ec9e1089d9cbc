package io.sanse.ingest.decode.hj212;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.ingest.Samples;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import io.sanse.ingest.decode.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Packets of the standards, of stations and of other implementations' tests, compared value by value. */
class Hj212SamplesTest {

    @TestFactory
    Stream<DynamicTest> packetsAreCutAndChecked() {
        return tests(sample -> {
            JsonNode expected = sample.get("expect");
            if (!expected.path("dataSegmentOnly").asBoolean()) {
                compareFrame(expected, bytes(sample));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> segmentsGiveEveryExpectedValue() {
        return tests(sample -> compare(sample.at("/expect/parsed"), parse(segment(sample))));
    }

    @TestFactory
    Stream<DynamicTest> checkValuesAreTheExpectedOnes() {
        return tests(sample -> {
            byte[] segment = segment(sample);
            assertEquals(sample.at("/expect/crcHj212").asText(), "%04X".formatted(CrcVariant.HJ212.of(segment)));
            if (sample.get("expect").has("crcModbus")) {
                assertEquals(sample.at("/expect/crcModbus").asText(), "%04X".formatted(CrcVariant.MODBUS.of(segment)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsReadAgain() {
        return tests(sample -> {
            Packet packet = parse(segment(sample));
            for (CrcVariant variant : CrcVariant.values()) {
                List<Decoded<Segment>> outcomes = Packets.split(PacketEncoder.encode(packet, variant));
                Segment segment = Packets.onlySegment(outcomes);
                assertTrue(segment.variants().contains(variant));
                assertEquals(packet, parse(segment.bytes()));
            }
        });
    }

    private static void compareFrame(JsonNode expected, byte[] raw) {
        List<Decoded<Segment>> outcomes = Packets.split(raw);
        Set<CrcVariant> variants = EnumSet.noneOf(CrcVariant.class);
        addIf(variants, CrcVariant.HJ212, expected.get("crcOk").asBoolean());
        addIf(variants, CrcVariant.MODBUS, expected.path("crcModbusMatches").asBoolean());
        addIf(
                variants,
                CrcVariant.MODBUS_SWAPPED,
                expected.path("crcModbusSwappedMatches").asBoolean());
        if (variants.isEmpty()) {
            assertEquals(1, outcomes.size());
            assertEquals(
                    RejectionReason.CHECKSUM, Outcomes.rejected(outcomes.get(0)).reason());
            return;
        }
        Segment segment = Packets.onlySegment(outcomes);
        assertEquals(variants, segment.variants());
        assertEquals(!expected.get("lenOk").asBoolean(), segment.repaired());
        assertEquals(expected.get("lenActual").asInt(), segment.bytes().length);
    }

    private static void addIf(Set<CrcVariant> variants, CrcVariant variant, boolean matches) {
        if (matches) {
            variants.add(variant);
        }
    }

    private static void compare(JsonNode expected, Packet packet) {
        Packet.Head head = packet.head();
        assertEquals(expected.path("QN").asText(), head.requestNumber());
        assertEquals(expected.path("ST").asText(), head.system());
        assertEquals(expected.path("CN").asText(), head.command());
        assertEquals(expected.path("PW").asText(), head.password());
        assertEquals(expected.path("MN").asText(), head.deviceId());
        assertEquals(expected.has("Flag"), head.flags() != null);
        if (expected.has("_flag")) {
            assertEquals(expected.at("/_flag/version").asInt(), head.flags().version());
            assertEquals(
                    expected.at("/_flag/hasPacketNo").asBoolean(), head.flags().numbered());
            assertEquals(expected.at("/_flag/needAck").asBoolean(), packet.answerWanted());
        }
        assertEquals(expected.has("PNUM"), head.part() != null);
        if (expected.has("PNUM")) {
            assertEquals(expected.get("PNUM").asInt(), head.part().total());
            assertEquals(expected.get("PNO").asInt(), head.part().number());
        }
        compareParameters(expected.get("CP"), packet.parameters());
    }

    private static void compareParameters(JsonNode expected, List<Parameter> parameters) {
        Map<String, String> fields = new HashMap<>();
        List<List<String>> factors = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.name().isEmpty()) {
                malformed.add(parameter.value());
            } else if (parameter.code().isEmpty()) {
                fields.put(parameter.name(), parameter.value());
            } else {
                factors.add(List.of(parameter.code(), parameter.name(), parameter.value()));
            }
        }
        List<List<String>> expectedFactors = new ArrayList<>();
        expected.get("factors").forEach(f -> expectedFactors.add(texts(f)));
        assertEquals(expectedFactors, factors);
        assertEquals(texts(expected.at("/fields/_malformed")), malformed);
        Map<String, String> expectedFields = new HashMap<>();
        expected.get("fields")
                .properties()
                .forEach(f -> expectedFields.put(f.getKey(), f.getValue().asText()));
        expectedFields.remove("_malformed");
        assertEquals(expectedFields, fields);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Packet parse(byte[] segment) {
        return Outcomes.accepted(PacketParser.parse(new Segment(segment, EnumSet.of(CrcVariant.HJ212), false)));
    }

    private static byte[] bytes(JsonNode sample) {
        return sample.get("raw").asText().getBytes(StandardCharsets.UTF_8);
    }

    /** The data segment; in a whole packet the bytes between the head and the check value. */
    private static byte[] segment(JsonNode sample) {
        String raw = sample.get("raw").asText();
        boolean framed = !sample.at("/expect/dataSegmentOnly").asBoolean();
        String text =
                framed ? raw.stripTrailing().substring(6, raw.stripTrailing().length() - 4) : raw;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<DynamicTest> tests(Consumer<JsonNode> check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode sample : Samples.lines("hj212_samples.jsonl")) {
            String name = "line %d CN=%s %s"
                    .formatted(
                            tests.size() + 1,
                            sample.at("/expect/parsed/CN").asText(),
                            sample.get("kind").asText().toLowerCase(Locale.ROOT));
            tests.add(DynamicTest.dynamicTest(name, () -> check.accept(sample)));
        }
        return tests.stream();
    }
}
