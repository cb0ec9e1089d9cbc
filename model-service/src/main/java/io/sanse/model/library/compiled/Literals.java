package io.sanse.model.library.compiled;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values that stay, as Java writes them. Lengths of time and lists are made once and kept by the class. */
final class Literals {
    private static final int ASCII = 128;

    private final Map<String, String> kept = new LinkedHashMap<>();

    /**
     * A value in an expression.
     *
     * @throws NotCovered when there is no way to write it
     */
    String java(Object value) throws NotCovered {
        if (value instanceof Long number) {
            return number == Long.MIN_VALUE ? "Long.MIN_VALUE" : "(" + number + "L)";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return "(" + number + ")";
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Duration length) {
            return kept(
                    "java.time.Duration",
                    "java.time.Duration.ofSeconds(" + length.getSeconds() + "L, " + length.getNano() + "L)");
        }
        if (value instanceof List<?> list) {
            return kept("java.util.List", "java.util.Arrays.asList(new Object[] {" + items(list) + "})");
        }
        throw new NotCovered("the value " + value);
    }

    private String kept(String type, String value) {
        return kept.computeIfAbsent(type + " %s = " + value, unknown -> "kept" + kept.size());
    }

    private String items(List<?> list) throws NotCovered {
        StringBuilder items = new StringBuilder();
        for (Object item : list) {
            String boxed = item instanceof Number number
                    ? number.getClass().getSimpleName() + ".valueOf(" + java(item) + ')'
                    : java(item);
            items.append(items.isEmpty() ? "" : ", ").append(boxed);
        }
        return items.toString();
    }

    /** Nothing of a text can end the literal or be read as an escape of its own. */
    private static String text(String text) {
        return text.chars().mapToObj(Literals::unit).collect(Collectors.joining("", "\"", "\""));
    }

    private static String unit(int unit) {
        if (Character.isLetterOrDigit(unit) && unit < ASCII) {
            return String.valueOf((char) unit);
        }
        return String.format(unit < ASCII ? "\\%03o" : "\\u%04x", unit);
    }

    /** The declarations of what the class keeps. */
    String declarations() {
        return kept.entrySet().stream()
                .map(entry -> "    private static final " + String.format(entry.getKey(), entry.getValue()) + ";\n")
                .collect(Collectors.joining());
    }
}
