package io.sanse.model.detect.parameter;

import java.util.regex.Pattern;

/** How people write a number: {@code 20}, {@code -0.5}, {@code 1e3}; not as programs do: {@code 20d}, {@code 0x1p4}, {@code NaN}. */
public final class Decimal {
    private static final Pattern FORM = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    private Decimal() {}

    /** Whether a text is a finite number, written so. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /**
     * The number, finite.
     *
     * @throws NumberFormatException when the text is none, or one beyond all measure
     */
    public static double parse(String text) {
        if (!isOne(text)) {
            throw new NumberFormatException("'" + text + "' is not a number");
        }
        return Double.parseDouble(text);
    }
}
