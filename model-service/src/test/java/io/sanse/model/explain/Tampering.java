package io.sanse.model.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sanse.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a JSON document in one place. */
final class Tampering {
    private final JsonNode document;
    private final Random random;
    private final List<Runnable> changes = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private String what;

    Tampering(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
        collect("", document);
    }

    private void collect(String place, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                String name = member.getKey();
                add(place + '/' + name + " left out", () -> object.remove(name));
                offer(place + '/' + name, member.getValue(), changed -> object.set(name, changed));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                add(place + '/' + i + " left out", () -> array.remove(index));
                add(
                        place + '/' + i + " doubled",
                        () -> array.insert(index, array.get(index).deepCopy()));
                offer(place + '/' + i, array.get(i), changed -> array.set(index, changed));
            }
        }
    }

    private interface Place {
        void put(JsonNode changed);
    }

    private void offer(String place, JsonNode value, Place holder) {
        if (value.isContainerNode()) {
            collect(place, value);
        } else {
            add(place + " changed", () -> holder.put(changed(value)));
        }
    }

    private void add(String place, Runnable change) {
        places.add(place);
        changes.add(change);
    }

    private JsonNode changed(JsonNode value) {
        if (value.isTextual()) {
            StringBuilder text = new StringBuilder(value.textValue());
            int at = text.isEmpty() ? 0 : random.nextInt(text.length());
            char other = text.isEmpty() || text.charAt(at) != '7' ? '7' : '8';
            text.replace(at, Math.min(text.length(), at + 1), String.valueOf(other));
            return TextNode.valueOf(text.toString());
        }
        if (value.isBoolean()) {
            return ((ObjectNode) document).booleanNode(!value.booleanValue());
        }
        return ((ObjectNode) document).numberNode(value.doubleValue() + 1);
    }

    /** One of all changes that are possible. */
    void once() {
        int chosen = random.nextInt(changes.size());
        what = places.get(chosen);
        changes.get(chosen).run();
    }

    String what() {
        return what + " is not found";
    }

    byte[] bytes() {
        return Json.bytes(document);
    }
}
