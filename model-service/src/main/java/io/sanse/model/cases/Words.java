package io.sanse.model.cases;

import io.sanse.model.detect.parameter.Decimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a line, read one after the other. Whatever does not fit is an {@link IllegalArgumentException} in words that an author understands. */
final class Words {
    private final Deque<String> left;

    Words(String line) {
        left = new ArrayDeque<>(Arrays.asList(line.strip().split("\\s+", -1)));
        left.remove("");
    }

    boolean more() {
        return !left.isEmpty();
    }

    /** @param what it should be */
    String next(String what) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing at the end");
        }
        return left.poll();
    }

    double number(String what) {
        return number(what, next(what));
    }

    static double number(String what, String text) {
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(what + " must be a number, not '" + text + "'", notANumber);
        }
    }

    static <E> E oneOf(String text, E[] all, Function<E, String> name) {
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is none of " + Stream.of(all).map(name).collect(Collectors.joining(", "))));
    }

    /**
     * All that is left.
     *
     * @param flags names that stand alone
     * @param named names that are followed by their value
     */
    Map<String, String> options(Set<String> flags, Set<String> named) {
        Map<String, String> options = new TreeMap<>();
        while (more()) {
            String name = next("a name");
            if (!flags.contains(name) && !named.contains(name)) {
                Set<String> known = new TreeSet<>(flags);
                known.addAll(named);
                throw new IllegalArgumentException("'" + name + "' is none of " + String.join(", ", known));
            }
            options.put(name, flags.contains(name) ? "" : next("the value of '" + name + "'"));
        }
        return options;
    }

    /** The number given under a name, or null. */
    static Double number(Map<String, String> options, String name) {
        return options.containsKey(name) ? Double.valueOf(number("'" + name + "'", options.get(name))) : null;
    }

    /** The first of these names that is given, or null. */
    static String first(Map<String, String> options, String... names) {
        return Stream.of(names).filter(options::containsKey).findFirst().orElse(null);
    }

    /** All that is left, as one text. */
    String rest() {
        String rest = String.join(" ", left);
        left.clear();
        return rest;
    }

    /** Nothing may be left. */
    void end() {
        if (more()) {
            throw new IllegalArgumentException("'" + rest() + "' is too much");
        }
    }
}
