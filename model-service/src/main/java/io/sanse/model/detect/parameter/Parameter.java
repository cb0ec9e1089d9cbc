package io.sanse.model.detect.parameter;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A threshold of a model.
 *
 * @param name as conditions name it
 * @param text its value as written
 * @param unit its unit
 * @param source by law or by the platform
 * @param article the law's article, or null
 */
public record Parameter(String name, String text, Unit unit, Source source, String article) {

    private static final int CLASSES = 5;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Where a value comes from. */
    public enum Source {
        /** By law; has an article. */
        L,
        /** The platform's default. */
        P
    }

    /**
     * The value as conditions see it.
     *
     * @throws IllegalArgumentException when the text is not a value of the unit
     */
    public Object value() {
        return switch (unit.type()) {
            case DURATION -> duration();
            case NUMBER -> number(text);
            case COUNT -> whole();
            case TEXTS -> texts();
            case NUMBERS -> byClass();
            case FLAG, TEXT, TIME -> throw new IllegalArgumentException("no parameter is of this type");
        };
    }

    private Duration duration() {
        double ms = number(text) * unit.duration().toMillis();
        if (Math.abs(ms) > LONGEST.toMillis()) {
            throw new IllegalArgumentException("'" + withUnit() + "' is more than a century");
        }
        return Duration.ofMillis(Math.round(ms));
    }

    private List<String> texts() {
        List<String> texts = List.of(text.split(",\\s*", -1));
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    text.isBlank()
                            ? "an empty list finds nothing: name at least one"
                            : "one of '" + text + "' is empty");
        }
        return texts;
    }

    private List<Double> byClass() {
        List<Double> values = Stream.of(text.split(",\\s*")).map(this::number).toList();
        if (values.size() != CLASSES) {
            throw new IllegalArgumentException("'" + text + "' has not one value for each of the five classes");
        }
        return values;
    }

    private double number(String one) {
        try {
            return Decimal.parse(one);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + one + "' is not a number of " + unit.text(), notANumber);
        }
    }

    private long whole() {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number of " + unit.text(), notANumber);
        }
    }

    /** For people and evidence: {@code 20 min}. */
    public String withUnit() {
        return text + ' ' + unit.text();
    }
}
