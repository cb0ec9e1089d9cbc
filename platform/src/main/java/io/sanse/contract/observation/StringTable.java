package io.sanse.contract.observation;

import java.util.HashMap;
import java.util.Map;

/** The strings of one frame, each written once. */
final class StringTable {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final FrameWriter writer;

    StringTable(FrameWriter writer) {
        this.writer = writer;
    }

    int size() {
        return numbers.size();
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        writer.string(text);
        numbers.put(text, numbers.size());
        return numbers.size() - 1;
    }
}
