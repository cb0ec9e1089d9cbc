package io.sanse.alert.ledger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sanse.runtime.json.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.TreeSet;

/**
 * The one way to write a JSON value: members in the order of their names' UTF-16 code units, no white space, strings with the escapes {@code \" \\ \b \f
 * \n \r \t} and {@code \}{@code u00xx} for other controls only, numbers in plain decimal notation without trailing zeros. For everything that the log holds this is RFC
 * 8785, but for numbers below 1e-6 or from 1e21 on, which it does not hold.
 */
public final class Canonical {
    private static final ObjectReader TREES =
            Json.strict().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Canonical() {}

    /** A record's JSON in canonical form. */
    public static String text(Object value) {
        return text(tree(Json.text(value)));
    }

    static JsonNode tree(String json) {
        try {
            return TREES.readTree(json);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.textValue(), out);
            case NUMBER -> out.append(number(node.decimalValue()));
            case BOOLEAN, NULL -> out.append(node.asText());
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("no JSON text has a " + node.getNodeType());
        }
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void object(JsonNode node, StringBuilder out) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        String comma = "";
        out.append('{');
        for (String name : names) {
            out.append(comma);
            string(name, out);
            out.append(':');
            write(node.get(name), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        String comma = "";
        out.append('[');
        for (JsonNode element : node) {
            out.append(comma);
            write(element, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
