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
    private static final String SEPARATOR = ",\\s*";
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
            case DURATION ->
                Duration.ofMillis(Math.round(number(text) * unit.duration().toMillis()));
            case NUMBER -> number(text);
            case COUNT -> whole();
            case TEXTS -> List.of(text.split(SEPARATOR));
            case NUMBERS -> byClass();
            case FLAG, TEXT, TIME -> throw new IllegalArgumentException("no parameter is of this type");
        };
    }

    /**
     * What whoever writes a value is asked for, beyond that it is one: numbers as people write them, nothing that nobody can have meant.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public void requireWrittenWell() {
        switch (unit.type()) {
            case DURATION -> {
                requireDecimal(text);
                require(
                        Math.abs(number(text) * unit.duration().toMillis()) <= LONGEST.toMillis(),
                        "'" + withUnit() + "' is more than a century");
            }
            case NUMBER -> requireDecimal(text);
            case COUNT -> require(whole() == (int) whole(), "'" + text + "' is not a whole number of " + unit.text());
            case TEXTS -> requireNoneEmpty();
            case NUMBERS -> Stream.of(text.split(SEPARATOR)).forEach(this::requireDecimal);
            case FLAG, TEXT, TIME -> throw new IllegalArgumentException("no parameter is of this type");
        }
    }

    private void requireDecimal(String one) {
        require(Decimal.isOne(one), notANumber(one));
    }

    private void requireNoneEmpty() {
        boolean empty = Stream.of(text.split(SEPARATOR, -1)).anyMatch(String::isBlank);
        require(
                !empty,
                text.isBlank() ? "an empty list finds nothing: name at least one" : "one of '" + text + "' is empty");
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }

    private List<Double> byClass() {
        List<Double> values = Stream.of(text.split(SEPARATOR)).map(this::number).toList();
        if (values.size() != CLASSES) {
            throw new IllegalArgumentException("'" + text + "' has not one value for each of the five classes");
        }
        return values;
    }

    private double number(String one) {
        try {
            double number = Double.parseDouble(one);
            require(Double.isFinite(number), notANumber(one));
            return number;
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(notANumber(one), none);
        }
    }

    private String notANumber(String one) {
        return "'" + one + "' is not a number of " + unit.text();
    }

    private long whole() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number of " + unit.text(), notANumber);
        }
    }

    /** For people and evidence: {@code 20 min}. */
    public String withUnit() {
        return text + ' ' + unit.text();
    }
}
