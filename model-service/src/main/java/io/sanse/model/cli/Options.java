package io.sanse.model.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words behind a verb.
 *
 * @param names those that are no option
 * @param values of the options that are given, by option
 */
record Options(List<String> names, Map<String, String> values) {
    /** @throws IllegalArgumentException with what is not understood, for people */
    static Options parse(List<String> words, Collection<String> known) {
        List<String> names = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                names.add(word);
            } else if (!known.contains(word)) {
                throw new IllegalArgumentException("'" + word + "' is not understood");
            } else if (i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " needs a value");
            } else {
                values.put(word, words.get(++i));
            }
        }
        return new Options(List.copyOf(names), values);
    }

    /** Value of an option, or null. */
    String value(String option) {
        return values.get(option);
    }
}
