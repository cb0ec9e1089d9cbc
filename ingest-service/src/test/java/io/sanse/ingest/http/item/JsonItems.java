package io.sanse.ingest.http.item;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.runtime.json.Json;

/** Items with one member changed. */
final class JsonItems {
    private JsonItems() {}

    static JsonNode node(String json) {
        try {
            return Json.strict().readTree(json);
        } catch (JacksonException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** @param value JSON, or null to leave the member out */
    static JsonNode with(String item, String member, String value) {
        ObjectNode root = (ObjectNode) node(item);
        String[] names = member.split("\\.");
        ObjectNode parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            parent = (ObjectNode) parent.get(names[i]);
        }
        if (value == null) {
            parent.remove(names[names.length - 1]);
        } else {
            parent.set(names[names.length - 1], node(value));
        }
        return root;
    }
}
