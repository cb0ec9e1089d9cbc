package io.sanse.ingest.decode.hj212;

import io.sanse.ingest.decode.hj212.Packet.Head;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes packets (HJ 212-2017 clause 6.3). */
public final class PacketEncoder {

    private PacketEncoder() {}

    /**
     * The packet for the wire, line end included.
     *
     * @throws IllegalArgumentException when the data segment is longer than {@value SegmentSplitter#LONGEST_SEGMENT} bytes
     */
    public static byte[] encode(Packet packet, CrcVariant variant) {
        byte[] segment = segment(packet);
        if (segment.length > SegmentSplitter.LONGEST_SEGMENT) {
            throw new IllegalArgumentException("a data segment of " + segment.length + " bytes");
        }
        String text = new String(segment, StandardCharsets.UTF_8);
        return "##%04d%s%04X\r\n"
                .formatted(segment.length, text, variant.of(segment))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The data segment alone. */
    public static byte[] segment(Packet packet) {
        Head head = packet.head();
        StringBuilder text = new StringBuilder(256);
        field(text, "QN", head.requestNumber());
        field(text, "ST", head.system());
        field(text, "CN", head.command());
        field(text, "PW", head.password());
        text.append("MN=").append(head.deviceId()).append(';');
        if (head.flags() != null) {
            field(text, "Flag", String.valueOf(head.flags().bits()));
        }
        if (head.part() != null) {
            field(text, "PNUM", String.valueOf(head.part().total()));
            field(text, "PNO", String.valueOf(head.part().number()));
        }
        text.append("CP=&&");
        parameters(text, packet.parameters());
        return text.append("&&").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append('=').append(value).append(';');
        }
    }

    private static void parameters(StringBuilder text, List<Parameter> parameters) {
        Parameter previous = null;
        for (Parameter parameter : parameters) {
            if (previous != null) {
                text.append(previous.group() == parameter.group() ? ',' : ';');
            }
            text.append(parameter.text());
            previous = parameter;
        }
    }
}
