package io.sanse.model.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.detection.Detection;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds where two words differ. */
final class Comparison {
    private static final int LONGEST = 120;

    private final String name;
    private final List<String> differences = new ArrayList<>();

    Comparison(String name) {
        this.name = name;
    }

    List<String> of(Detection stated, Detection replayed) {
        compare(name, tree(stated), tree(replayed));
        return differences;
    }

    private static JsonNode tree(Detection word) {
        try {
            return Json.strict().readTree(Json.bytes(word));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void compare(String place, JsonNode stated, JsonNode replayed) {
        if (stated.isObject() && replayed.isObject()) {
            Set<String> members = new TreeSet<>();
            stated.fieldNames().forEachRemaining(members::add);
            replayed.fieldNames().forEachRemaining(members::add);
            members.forEach(member -> compare(place + '.' + member, stated.path(member), replayed.path(member)));
        } else if (stated.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(stated.size(), replayed.size()); i++) {
                compare(place + '/' + i, stated.path(i), replayed.path(i));
            }
        } else if (!stated.equals(replayed)) {
            differences.add(place + ": the bundle says " + shown(stated) + ", the replay " + shown(replayed));
        }
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
    }
}
