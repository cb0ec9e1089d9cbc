package io.sanse.ingest.decode.jt808;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Compares a decoded frame with every value that its sample expects. */
final class SampleComparison {
    private static final Map<String, Integer> ITEM_FIELDS = Map.of(
            "alarmEventId", LocationItems.ALARM_EVENT,
            "extVehicleSignal", LocationItems.VEHICLE_SIGNALS,
            "ioStatus", LocationItems.IO_STATUS,
            "analog", LocationItems.ANALOG,
            "wirelessSignal", LocationItems.SIGNAL_STRENGTH,
            "satellites", LocationItems.SATELLITES);
    private static final Map<String, Integer> TENTHS_FIELDS = Map.of(
            "mileageKm", LocationItems.MILEAGE,
            "fuelL", LocationItems.FUEL,
            "recorderSpeedKmh", LocationItems.RECORDER_SPEED);

    private SampleComparison() {}

    static void compare(JsonNode expected, Frame frame) {
        compareHeader(expected, frame);
        compareBody(expected, frame);
    }

    /** What the sample's own source asserts, as far as it names header fields. */
    static void compareAssertions(JsonNode asserted, Frame frame) {
        asserted.properties().forEach(assertion -> {
            String value = assertion.getValue().asText().replace("\"", "");
            switch (assertion.getKey().replaceFirst("^jT808[^.]*", "")) {
                case ".Header.TerminalPhoneNo" ->
                    assertEquals(value, frame.header().terminalKey());
                case ".Header.MsgNum" ->
                    assertEquals(value, String.valueOf(frame.header().serial()));
                case ".Header.ProtocolVersion" ->
                    assertEquals(value, String.valueOf(frame.header().protocolVersion()));
                default -> {}
            }
        });
    }

    private static void compareHeader(JsonNode expected, Frame frame) {
        Header header = frame.header();
        assertEquals(expected.get("msgId").asText(), "0x%04X".formatted(header.messageId()));
        assertEquals(expected.get("bodyLen").asInt(), header.bodyLength());
        assertEquals(expected.get("bodyLenActual").asInt(), frame.body().length);
        assertEquals(expected.get("encryption").asInt(), header.encryption());
        assertEquals(expected.get("version").asText().equals("2019"), header.edition() == Edition.V2019);
        assertEquals(expected.path("protocolVersion").asInt(), header.protocolVersion());
        assertEquals(expected.get("phone").asText(), header.phone());
        assertEquals(expected.get("seq").asInt(), header.serial());
        if (expected.get("subpackage").asBoolean()) {
            assertEquals(expected.get("totalPkgs").asInt(), header.part().total());
            assertEquals(expected.get("pkgNo").asInt(), header.part().number());
        } else {
            assertNull(header.part());
        }
    }

    private static void compareBody(JsonNode expected, Frame frame) {
        Decoded<TerminalMessage> outcome = MessageDecoder.decode(frame);
        TerminalMessage message =
                outcome instanceof Decoded.Accepted<TerminalMessage> accepted ? accepted.value() : null;
        if (expected.has("location")) {
            compareLocation(expected.get("location"), assertInstanceOf(LocationReport.class, message));
        }
        if (expected.has("batch")) {
            compareBatch(expected.get("batch"), assertInstanceOf(TerminalMessage.LocationBatch.class, message));
        }
        if (expected.has("register")) {
            compareRegistration(
                    expected.get("register"), assertInstanceOf(TerminalMessage.Registration.class, message));
        }
        if (expected.has("auth")) {
            compareAuthentication(
                    expected.get("auth"), assertInstanceOf(TerminalMessage.Authentication.class, message));
        }
        compareAnswers(expected, message);
        if (message != null && frame.header().part() == null) {
            compareWritten(frame, message);
        }
    }

    private static void compareLocation(JsonNode expected, LocationReport report) {
        assertEquals(expected.get("alarmFlag").asLong(), report.alarm() & 0xffffffffL);
        assertEquals(expected.get("status").asLong(), report.status() & 0xffffffffL);
        assertEquals(expected.get("accOn").asBoolean(), report.ignitionOn());
        assertEquals(expected.get("positioned").asBoolean(), report.positioned());
        assertEquals(expected.get("latitude").asDouble(), report.latitude(), 0);
        assertEquals(expected.get("longitude").asDouble(), report.longitude(), 0);
        assertEquals(expected.get("altitudeM").asInt(), report.altitude());
        assertEquals(expected.get("speedKmh").asDouble(), report.speed(), 0);
        assertEquals(expected.get("directionDeg").asInt(), report.direction());
        assertEquals(OffsetDateTime.parse(expected.get("gpsTime").asText()).toInstant(), report.observedAt());
        compareItems(expected, report);
    }

    private static void compareItems(JsonNode expected, LocationReport report) {
        List<LocationItems.Item> items = new ArrayList<>();
        for (JsonNode item : expected.get("additional")) {
            byte[] value = HexFormat.of().parseHex(item.get("hex").asText());
            assertEquals(item.get("len").asInt(), value.length);
            items.add(new LocationItems.Item(Integer.parseInt(item.get("id").asText(), 16), value));
        }
        assertEquals(items, report.items().toList());
        ITEM_FIELDS.forEach((name, id) -> {
            long value = expected.has(name)
                    ? expected.get(name).asLong()
                    : report.items().number(id);
            assertEquals(value, report.items().number(id), name);
        });
        TENTHS_FIELDS.forEach((name, id) -> {
            double value = report.items().number(id) / 10.0;
            assertEquals(expected.has(name) ? expected.get(name).asDouble() : value, value, 0, name);
        });
        int end = 28 + report.items().toBytes().length;
        int malformedAt = end - report.items().leftOver();
        assertEquals(
                expected.has("additionalMalformedAt")
                        ? expected.get("additionalMalformedAt").asInt()
                        : end,
                malformedAt);
    }

    private static void compareBatch(JsonNode expected, TerminalMessage.LocationBatch batch) {
        assertEquals(expected.get("count").asInt(), batch.declared());
        assertEquals(expected.get("type").asInt() == 1, batch.resent());
        assertEquals(expected.get("items").size(), batch.reports().size());
        for (int i = 0; i < batch.reports().size(); i++) {
            compareLocation(expected.get("items").get(i), batch.reports().get(i));
        }
        assertEquals(!expected.path("truncated").asBoolean(), batch.complete());
    }

    private static void compareRegistration(JsonNode expected, TerminalMessage.Registration registration) {
        assertEquals(
                expected.get("layout").asText(), registration.layout().name().substring(1));
        assertEquals(expected.get("province").asInt(), registration.province());
        assertEquals(expected.get("city").asInt(), registration.city());
        assertEquals(text(expected, "manufacturer"), registration.manufacturer());
        assertEquals(text(expected, "model"), registration.model());
        assertEquals(text(expected, "terminalId"), registration.terminalId());
        assertEquals(expected.get("plateColor").asInt(), registration.plateColour());
        assertEquals(text(expected, "plate"), registration.plate());
    }

    private static void compareAuthentication(JsonNode expected, TerminalMessage.Authentication authentication) {
        assertEquals(text(expected, "code"), authentication.code());
        assertEquals(expected.path("imei").asText(), authentication.imei());
        assertEquals(expected.path("software").asText(), authentication.software());
    }

    private static void compareAnswers(JsonNode expected, TerminalMessage message) {
        if (expected.has("ack")) {
            TerminalMessage.GeneralAnswer answer = assertInstanceOf(TerminalMessage.GeneralAnswer.class, message);
            assertEquals(expected.at("/ack/ackSeq").asInt(), answer.answeredSerial());
            assertEquals(expected.at("/ack/ackMsgId").asText(), "0x%04X".formatted(answer.answeredId()));
            assertEquals(expected.at("/ack/result").asInt(), answer.result());
        }
        if (expected.has("registerAck")) {
            TerminalMessage.RegistrationAnswer answer =
                    assertInstanceOf(TerminalMessage.RegistrationAnswer.class, message);
            assertEquals(expected.at("/registerAck/ackSeq").asInt(), answer.answeredSerial());
            assertEquals(expected.at("/registerAck/result").asInt(), answer.result());
            assertEquals(expected.at("/registerAck/authCode").asText(), answer.code());
        }
    }

    /** What the encoder writes must decode to the same message; padding and spare bits of a maker may differ. */
    private static void compareWritten(Frame frame, TerminalMessage message) {
        Header header = frame.header();
        byte[] wire = MessageEncoder.encode(MessageEncoder.Envelope.to(header, header.serial()), message);
        Frame written = Streams.onlyFrame(wire);
        assertEquals(new Decoded.Accepted<>(message), MessageDecoder.decode(written));
    }

    private static String text(JsonNode expected, String name) {
        return expected.get(name).asText().replaceAll("^[ \0]+|[ \0]+$", "");
    }
}
