package io.sanse.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bad input: texts for parameters, and what can be done wrong to a JSON body. */
final class Mutations {
    /** Texts that have broken something somewhere. */
    static final Map<String, String> TEXTS = texts();

    private Mutations() {}

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("blank", "   ");
        texts.put("null", "null");
        texts.put("zero", "0");
        texts.put("negative", "-1");
        texts.put("beyond long", "99999999999999999999");
        texts.put("beyond double", "1e400");
        texts.put("not a number", "NaN");
        texts.put("a boolean", "true");
        texts.put("an array", "[1]");
        texts.put("an object", "{\"a\":1}");
        texts.put("quoted", "\"7\"");
        texts.put("SQL", "' OR 1=1; DROP TABLE alert; --");
        texts.put("HTML", "<script>alert(1)</script>");
        texts.put("path", "../../../etc/passwd");
        texts.put("line break", "a\r\nSet-Cookie: b=c");
        texts.put("nul", "a\u0000b");
        texts.put("escape", "a\u001b[31mb");
        texts.put("expression", "${jndi:ldap://127.0.0.1/a} #{1+1} {{7*7}}");
        texts.put("percent", "%00%zz%25");
        texts.put("right to left", "\u202eabc\u0627\u0644");
        texts.put("beyond the basic plane", "\uD83D\uDE9B".repeat(20));
        texts.put("lone surrogate", "a\uD800");
        texts.put("far future", "9999-12-31T23:59:59Z");
        texts.put("no such day", "2026-02-30T00:00:00Z");
        texts.put("no such hour", "2026-02-03T25:61:00Z");
        texts.put("long ago", "0000-01-01T00:00:00Z");
        texts.put("long", "x".repeat(2_000));
        return texts;
    }

    /** Every body that differs from the good one in one place, by a description. */
    static Map<String, String> of(JsonNode good) {
        Map<String, String> bodies = wholes(good.toString());
        for (String pointer : pointers(good, "")) {
            for (Map.Entry<String, JsonNode> value : values().entrySet()) {
                bodies.put(pointer + " " + value.getKey(), replaced(good, pointer, value.getValue()));
            }
            bodies.put(pointer + " removed", replaced(good, pointer, null));
        }
        bodies.put("a member of the platform's own", with(good, "createdBy"));
        bodies.put("a member of another table", with(good, "__proto__"));
        return bodies;
    }

    private static Map<String, String> wholes(String good) {
        Map<String, String> wholes = new LinkedHashMap<>();
        wholes.put("nothing", "");
        wholes.put("a word", "nonsense");
        wholes.put("null", "null");
        wholes.put("a number", "1");
        wholes.put("an empty object", "{}");
        wholes.put("an empty array", "[]");
        wholes.put("cut", good.substring(0, good.length() / 2));
        wholes.put("followed by more", good + good);
        wholes.put("a key twice", "{\"type\":\"sign\",\"type\":\"close\"}");
        wholes.put("a comment", "/* */" + good);
        wholes.put("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        wholes.put("33 levels", "[".repeat(33) + "]".repeat(33));
        wholes.put("100000 levels", "[".repeat(100_000));
        wholes.put("100000 members", "{" + "\"a\":1,".repeat(100_000) + "\"b\":1}");
        wholes.put("a text of 100000 characters", "{\"reason\":\"" + "a".repeat(100_000) + "\"}");
        wholes.put("a number of 100000 digits", "{\"expectedVersion\":" + "1".repeat(100_000) + "}");
        return wholes;
    }

    private static Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", ApiModel.JSON.nullNode());
        values.put("true", ApiModel.parse("true"));
        values.put("-1", ApiModel.parse("-1"));
        values.put("1e308", ApiModel.parse("1e308"));
        values.put("10^30", ApiModel.parse("1" + "0".repeat(30)));
        values.put("array", ApiModel.parse("[]"));
        values.put("object", ApiModel.parse("{\"a\":{\"b\":[]}}"));
        TEXTS.forEach((name, text) ->
                values.put("text: " + name, ApiModel.JSON.getNodeFactory().textNode(text)));
        return values;
    }

    private static List<String> pointers(JsonNode node, String prefix) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(member -> {
            pointers.add(prefix + '/' + member.getKey());
            pointers.addAll(pointers(member.getValue(), prefix + '/' + member.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(prefix + '/' + i);
            pointers.addAll(pointers(node.get(i), prefix + '/' + i));
        }
        return pointers;
    }

    private static String replaced(JsonNode good, String pointer, JsonNode value) {
        JsonNode copy = good.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(Integer.parseInt(last));
            } else {
                array.set(Integer.parseInt(last), value);
            }
        }
        return copy.toString();
    }

    private static String with(JsonNode good, String name) {
        JsonNode copy = good.deepCopy();
        return copy instanceof ObjectNode object ? object.put(name, "admin").toString() : copy.toString();
    }
}
