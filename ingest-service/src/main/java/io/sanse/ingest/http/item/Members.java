package io.sanse.ingest.http.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.runtime.failure.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The members of one JSON object, each read once by its name, type and range. What does not fit is a {@link Rejected} whose detail begins with the member's path (for
 * an unknown one that of its object: names may be anything): {@code schema} for a missing, unknown, null or mistyped member, {@code value-out-of-range} for a number.
 */
final class Members {
    private static final int SHOWN = 40;

    private final JsonNode object;
    private final String path;
    private final Set<String> read = new HashSet<>();

    private Members(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** @param path of the object, empty for the item itself */
    static Members of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new Rejected("schema", (path.isEmpty() ? "the item" : path) + " is not an object");
        }
        return new Members(node, path);
    }

    private JsonNode member(String name) {
        read.add(name);
        JsonNode member = object.get(name);
        if (member != null && member.isNull()) {
            throw wrong(name, "is null; a member without a value is left out");
        }
        return member;
    }

    private <T> T required(String name, T value) {
        if (value == null) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    Rejected wrong(String name, String what) {
        return new Rejected("schema", path(name) + ' ' + what);
    }

    String text(String name, int max) {
        return required(name, textOrNull(name, max));
    }

    String textOrNull(String name, int max) {
        JsonNode member = member(name);
        return member == null ? null : plain(member, path(name), max);
    }

    private static String plain(JsonNode node, String at, int max) {
        if (!node.isTextual()) {
            throw new Rejected("schema", at + " is not text");
        }
        String text = node.textValue();
        if (text.isBlank() || text.length() > max) {
            throw new Rejected("schema", at + " must have 1 to " + max + " characters");
        }
        if (!PlainText.isPlain(text)) {
            throw new Rejected("schema", at + " has a control character, or half of a surrogate pair");
        }
        return text;
    }

    /** Text brought into its one form, or refused with what it should be by an {@link IllegalArgumentException}. */
    String formedOrNull(String name, UnaryOperator<String> form) {
        String text = textOrNull(name, 64);
        try {
            return text == null ? null : form.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(name, "'" + shown(text) + "' " + malformed.getMessage());
        }
    }

    String formed(String name, UnaryOperator<String> form) {
        return required(name, formedOrNull(name, form));
    }

    double number(String name, double min, double max) {
        return required(name, numberOrNull(name, min, max));
    }

    Double numberOrNull(String name, double min, double max) {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isNumber()) {
            throw wrong(name, "is not a number");
        }
        double value = member.doubleValue();
        if (!(value >= min && value <= max)) {
            throw new Rejected("value-out-of-range", path(name) + ' ' + value + " is outside " + min + " to " + max);
        }
        return value;
    }

    Integer integerOrNull(String name, int min, int max) {
        Double value = numberOrNull(name, min, max);
        if (value != null && !object.get(name).isIntegralNumber()) {
            throw wrong(name, "is not a whole number");
        }
        return value == null ? null : (Integer) value.intValue();
    }

    /** A day as ISO 8601 writes it. */
    LocalDate dateOrNull(String name) {
        String text = textOrNull(name, 10);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw wrong(name, "'" + shown(text) + "' is not a day yyyy-mm-dd");
        }
    }

    /** An instant with its offset (RFC 3339), to the millisecond. */
    Instant time(String name) {
        String text = text(name, 40);
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException malformed) {
            throw wrong(name, "'" + shown(text) + "' is not a time of RFC 3339 with its offset");
        }
    }

    /** A list of texts, empty when it is left out. */
    List<String> texts(String name, int most, int max) {
        return member(name) == null ? List.of() : list(name, 0, most, (element, at) -> plain(element, at, max));
    }

    boolean flag(String name) {
        return required(name, flagOrNull(name));
    }

    Boolean flagOrNull(String name) {
        JsonNode member = member(name);
        if (member != null && !member.isBoolean()) {
            throw wrong(name, "is not true or false");
        }
        return member == null ? null : (Boolean) member.booleanValue();
    }

    <E> E choice(String name, E[] values, Function<E, String> text) {
        return required(name, choiceOrNull(name, values, text));
    }

    <E> E choiceOrNull(String name, E[] values, Function<E, String> text) {
        String chosen = textOrNull(name, 64);
        return chosen == null ? null : chosen(name, chosen, values, text);
    }

    private <E> E chosen(String name, String chosen, E[] values, Function<E, String> text) {
        return Arrays.stream(values)
                .filter(value -> text.apply(value).equals(chosen))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "'" + shown(chosen) + "' is not one of "
                                + Arrays.stream(values).map(text).collect(Collectors.joining(", "))));
    }

    /** Texts out of a closed set, at least one; sorted, so that the same choice is always written the same. */
    Set<String> choices(String name, String... values) {
        Set<String> chosen = choicesOf(name, values, Function.identity());
        if (chosen.isEmpty()) {
            throw wrong(name, "is not a list of 1 to " + values.length);
        }
        return new TreeSet<>(chosen);
    }

    /** Values out of a closed set, each once; there may be none. */
    <E> Set<E> choicesOf(String name, E[] values, Function<E, String> text) {
        return new LinkedHashSet<>(list(name, 0, values.length, (element, at) -> {
            if (!element.isTextual()) {
                throw new Rejected("schema", at + " is not text");
            }
            return chosen(name, element.textValue(), values, text);
        }));
    }

    Members object(String name) {
        return required(name, objectOrNull(name));
    }

    Members objectOrNull(String name) {
        JsonNode member = member(name);
        return member == null ? null : of(member, path(name));
    }

    /** Reads an element of a list. */
    @FunctionalInterface
    interface ElementReader<T> {
        /** @param path of the element, for example {@code payload.factors[2]} */
        T read(JsonNode element, String path);
    }

    <T> List<T> list(String name, int min, int max, ElementReader<T> reader) {
        JsonNode member = required(name, member(name));
        if (!member.isArray() || member.size() < min || member.size() > max) {
            throw wrong(name, "is not a list of " + min + " to " + max);
        }
        List<T> elements = new ArrayList<>(member.size());
        for (int i = 0; i < member.size(); i++) {
            elements.add(reader.read(member.get(i), path(name) + '[' + i + ']'));
        }
        return elements;
    }

    /** Names of the members that nobody has read yet; for objects whose names are data. */
    List<String> unread() {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !read.contains(name))
                .toList();
    }

    /** Refuses members that nobody has read. */
    void end() {
        Iterator<String> unknown = unread().iterator();
        if (unknown.hasNext()) {
            String where = path.isEmpty() ? "the item" : path;
            throw new Rejected("schema", where + " has a member that is not known: " + shown(unknown.next()));
        }
    }

    /** Input as it may stand in a message. */
    static String shown(String text) {
        return PlainText.cleaned(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…');
    }
}
