package io.sanse.notify.channel.smpp.pdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.notify.SampleFile;
import io.sanse.notify.channel.smpp.pdu.PduBody.Bind;
import io.sanse.notify.channel.smpp.pdu.PduBody.BindAnswer;
import io.sanse.notify.channel.smpp.pdu.PduBody.MessageAnswer;
import io.sanse.notify.channel.smpp.pdu.PduBody.Query;
import io.sanse.notify.channel.smpp.pdu.PduBody.ShortMessage;
import io.sanse.notify.channel.smpp.text.Alphabet;
import io.sanse.notify.channel.smpp.text.ConcatenationHeader;
import io.sanse.notify.channel.smpp.text.ReceiptText;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** PDUs of other implementations: read to the values that were read elsewhere, and written back octet by octet. */
class SmppSamplesTest {
    /** Sample names whose body the peers refuse, and so do we. */
    private static final Set<String> UNREADABLE = Set.of(
            "decodeSubmitSmRespWithNoNullByteForMessageId",
            "decodeDeliverSMWithCorrectTotalByteLengthButInvalidShortMessageLength");

    /** Fields that the samples' reader took for optional parameters, not knowing the command. */
    private static final Set<String> READ_OTHERWISE = Set.of("query_sm_resp", "data_sm", "replace_sm");

    @TestFactory
    Stream<DynamicTest> everySample() {
        List<JsonNode> samples = SampleFile.read("smpp_samples.jsonl");
        return IntStream.range(0, samples.size())
                .mapToObj(i -> dynamicTest(i + " " + name(samples.get(i)), () -> check(samples.get(i))));
    }

    private static void check(JsonNode sample) throws Exception {
        byte[] raw = HexFormat.of().parseHex(sample.path("raw").asText());
        JsonNode expected = sample.path("expect").path("derived");
        long length = expected.path("command_length").asLong();
        PduFramer framer = new PduFramer();
        framer.append(raw);
        if (length > PduFramer.MAX_LENGTH) {
            assertThrows(FrameLengthException.class, framer::next);
        } else if (length > raw.length) {
            assertEquals(Optional.empty(), framer.next());
        } else if (expected.path("incomplete").asBoolean()) {
            assertNoFrame(framer);
        } else if (UNREADABLE.contains(name(sample))) {
            byte[] frame = framer.next().orElseThrow();
            assertThrows(MalformedPduException.class, () -> PduCodec.decode(frame));
        } else {
            byte[] frame = framer.next().orElseThrow();
            assertArrayEquals(Arrays.copyOf(raw, (int) length), frame);
            assertReadAndWritten(frame, expected);
        }
    }

    /** Loose octets of another test: too few for a header, or no length that a PDU can have. */
    private static void assertNoFrame(PduFramer framer) {
        try {
            assertEquals(Optional.empty(), framer.next());
        } catch (FrameLengthException refused) {
            assertEquals(FrameLengthException.class, refused.getClass());
        }
    }

    private static void assertReadAndWritten(byte[] frame, JsonNode expected) throws MalformedPduException {
        Pdu pdu = PduCodec.decode(frame);
        assertArrayEquals(frame, PduCodec.encode(pdu));
        ObjectNode read = describe(pdu);
        for (String field : (Iterable<String>) expected::fieldNames) {
            boolean comparable =
                    !READ_OTHERWISE.contains(expected.path("command").asText()) || !field.equals("tlvs");
            if (comparable && !Set.of("command", "command_length", "length_ok").contains(field)) {
                assertEquals(expected.get(field).asText() + expected.get(field), text(read.get(field)), field);
            }
        }
    }

    private static String text(JsonNode node) {
        return node == null ? "absent" : node.asText() + node;
    }

    private static ObjectNode describe(Pdu pdu) {
        ObjectNode fields = new ObjectMapper().createObjectNode();
        fields.put("command_id", "0x%08x".formatted(pdu.commandId()));
        fields.put("command_status", pdu.status());
        fields.put("sequence_number", pdu.sequence());
        if (pdu.body() instanceof Bind bind) {
            describe(fields, bind);
        } else if (pdu.body() instanceof BindAnswer answer) {
            fields.put("system_id", answer.systemId());
            parameters(fields, answer.parameters());
        } else if (pdu.body() instanceof MessageAnswer answer) {
            fields.put("message_id", answer.messageId());
            parameters(fields, answer.parameters());
        } else if (pdu.body() instanceof Query query) {
            fields.put("message_id", query.messageId());
            address(fields, "source_addr", "source_addr", query.source());
        } else if (pdu.body() instanceof ShortMessage message) {
            describe(fields, message);
        }
        return fields;
    }

    private static void describe(ObjectNode fields, Bind bind) {
        fields.put("system_id", bind.systemId());
        fields.put("password", bind.password());
        fields.put("system_type", bind.systemType());
        fields.put("interface_version", bind.interfaceVersion());
        address(fields, "addr", "address_range", bind.addressRange());
    }

    private static void describe(ObjectNode fields, ShortMessage message) {
        MessageOptions options = message.options();
        fields.put("service_type", message.serviceType());
        address(fields, "source_addr", "source_addr", message.source());
        address(fields, "dest_addr", "destination_addr", message.destination());
        fields.put("esm_class", options.esmClass());
        fields.put("protocol_id", options.protocolId());
        fields.put("priority_flag", options.priority());
        fields.put("schedule_delivery_time", options.scheduleDeliveryTime());
        fields.put("validity_period", options.validityPeriod());
        fields.put("registered_delivery", options.registeredDelivery());
        fields.put("replace_if_present", options.replaceIfPresent());
        fields.put("data_coding", options.dataCoding());
        fields.put("sm_default_msg_id", options.defaultMessageId());
        fields.put("sm_length", message.content().length());
        parameters(fields, message.parameters());
        text(fields, message);
    }

    private static void text(ObjectNode fields, ShortMessage message) {
        byte[] content = message.content().toArray();
        int header = message.options().hasUserDataHeader() ? ConcatenationHeader.length(content) : 0;
        byte[] characters = Arrays.copyOfRange(content, header, content.length);
        fields.put("short_message_hex", HexFormat.of().formatHex(characters));
        String text =
                Alphabet.of(message.options().dataCoding(), Alphabet.LATIN1).decode(characters);
        fields.put("text", text);
        if (header > 0) {
            ConcatenationHeader part = ConcatenationHeader.find(content).orElseThrow();
            fields.put("udh", HexFormat.of().formatHex(content, 0, header));
            fields.putObject("concat")
                    .put("ref", part.reference())
                    .put("total", part.total())
                    .put("seq", part.number());
        }
        receipt(fields, ReceiptText.parse(text));
    }

    private static void receipt(ObjectNode fields, ReceiptText receipt) {
        if (receipt.state() != null) {
            DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuMMddHHmm");
            fields.putObject("receipt")
                    .put("id", receipt.messageId())
                    .put("sub", "%03d".formatted(receipt.submitted()))
                    .put("dlvrd", "%03d".formatted(receipt.delivered()))
                    .put("submit_date", minutes.format(receipt.submitDate()))
                    .put("done_date", minutes.format(receipt.doneDate()))
                    .put("stat", receipt.state().word())
                    .put("err", receipt.error());
        }
    }

    private static void address(ObjectNode fields, String prefix, String digits, Address address) {
        fields.put(prefix + "_ton", address.typeOfNumber());
        fields.put(prefix + "_npi", address.numberingPlan());
        fields.put(digits, address.digits());
    }

    private static void parameters(ObjectNode fields, List<Tlv> parameters) {
        ObjectNode tlvs = fields.putObject("tlvs");
        parameters.forEach(parameter ->
                tlvs.put("0x%04x".formatted(parameter.tag()), parameter.value().hex()));
    }

    private static String name(JsonNode sample) {
        String source = sample.path("source").asText();
        return source.substring(source.lastIndexOf('#') + 1);
    }
}
