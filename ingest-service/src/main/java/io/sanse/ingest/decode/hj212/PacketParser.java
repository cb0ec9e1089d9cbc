package io.sanse.ingest.decode.hj212;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.hj212.Packet.Head;
import io.sanse.ingest.decode.hj212.Packet.Part;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a data segment leniently (HJ 212-2017 clauses 6.3.2 and 6.3.3): fields in any order and case, missing fields,
 * blanks, stray separators. Only a packet that names no command or no station is refused.
 */
public final class PacketParser {
    private static final Charset OLD_TEXT = Charset.forName("GBK");
    private static final String FENCE = "&&";
    private static final String PARAMETERS = "CP=";

    private PacketParser() {}

    /** Reads the segment, or says MALFORMED. */
    public static Decoded<Packet> parse(Segment segment) {
        String text = text(segment.bytes());
        int parametersAt = parametersAt(text);
        Map<String, String> fields = fields(parametersAt < 0 ? text : text.substring(0, parametersAt));
        String command = fields.getOrDefault("CN", "");
        String deviceId = fields.get("MN");
        if (command.isEmpty() || deviceId == null) {
            String missing = command.isEmpty() ? "command (CN)" : "station (MN)";
            return new Decoded.Rejected<>(RejectionReason.MALFORMED, "names no " + missing, segment.bytes());
        }
        Head head = new Head(
                fields.getOrDefault("QN", ""),
                fields.getOrDefault("ST", ""),
                command,
                fields.getOrDefault("PW", ""),
                deviceId,
                flags(fields.get("FLAG")),
                part(fields));
        return new Decoded.Accepted<>(new Packet(head, parametersAt < 0 ? List.of() : parameters(text, parametersAt)));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException olderStation) {
            return new String(bytes, OLD_TEXT);
        }
    }

    private static int parametersAt(String text) {
        for (int at = 0; at + PARAMETERS.length() <= text.length(); at++) {
            boolean atStart = at == 0 || text.charAt(at - 1) == ';' || text.charAt(at - 1) == ' ';
            if (atStart && text.regionMatches(true, at, PARAMETERS, 0, PARAMETERS.length())) {
                return at;
            }
        }
        return -1;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(";")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                String key = field.substring(0, equals).trim().toUpperCase(Locale.ROOT);
                fields.put(key, field.substring(equals + 1).trim());
            }
        }
        return fields;
    }

    private static Flags flags(String text) {
        int bits = number(text);
        return bits < 0 || bits > 255 ? null : new Flags(bits);
    }

    private static Part part(Map<String, String> fields) {
        int total = number(fields.get("PNUM"));
        int number = number(fields.get("PNO"));
        return total < 0 || number < 0 ? null : new Part(total, number);
    }

    /** A number of at most four digits, −1 for anything else. */
    private static int number(String text) {
        boolean isNumber = text != null
                && !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : -1;
    }

    private static List<Parameter> parameters(String text, int parametersAt) {
        int from = parametersAt + PARAMETERS.length();
        int to = text.lastIndexOf(FENCE);
        int inner = text.startsWith(FENCE, from) ? from + FENCE.length() : from;
        String content = text.substring(inner, to < inner ? text.length() : to);
        List<Parameter> parameters = new ArrayList<>();
        String[] groups = content.split(";");
        for (int group = 0; group < groups.length; group++) {
            for (String item : groups[group].split(",")) {
                if (!item.isBlank()) {
                    parameters.add(parameter(group, item.trim()));
                }
            }
        }
        return parameters;
    }

    private static Parameter parameter(int group, String item) {
        int equals = item.indexOf('=');
        if (equals < 0) {
            return new Parameter(group, "", "", item);
        }
        String name = item.substring(0, equals).trim();
        String value = item.substring(equals + 1).trim();
        int dash = name.indexOf('-');
        return dash <= 0
                ? Parameter.field(group, name, value)
                : new Parameter(group, name.substring(0, dash), name.substring(dash + 1), value);
    }
}
