package io.sanse.model.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.runtime.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** JSON written in one way only: members by name, no white space, numbers without trailing zeros. */
final class Canonical {
    private Canonical() {}

    /** In hexadecimal, over UTF-8. */
    static String sha256(JsonNode json) {
        try {
            byte[] bytes = text(json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String text(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    private static void write(JsonNode json, StringBuilder text) {
        if (json.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            json.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            String separator = "{";
            for (Map.Entry<String, JsonNode> member : members.entrySet()) {
                text.append(separator).append(Json.text(member.getKey())).append(':');
                write(member.getValue(), text);
                separator = ",";
            }
            text.append(members.isEmpty() ? "{}" : "}");
        } else if (json.isArray()) {
            text.append('[');
            for (Iterator<JsonNode> items = json.elements(); items.hasNext(); ) {
                write(items.next(), text);
                text.append(items.hasNext() ? "," : "");
            }
            text.append(']');
        } else {
            text.append(json.isNumber() ? number(json.decimalValue()) : Json.text(json));
        }
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }
}
