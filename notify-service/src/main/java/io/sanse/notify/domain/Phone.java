package io.sanse.notify.domain;

import io.sanse.contract.PhoneMask;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number as an operator takes it.
 *
 * @param digits 5–15 digits
 */
public record Phone(String digits) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s()+.-]");
    private static final Pattern DIGITS = Pattern.compile("\\d{5,15}");

    public Phone {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a phone number has 5 to 15 digits");
        }
    }

    /** Reads what people write, with spaces, dashes, brackets or a plus; nothing when it is no phone number. */
    public static Optional<Phone> parse(String text) {
        String digits = text == null ? "" : SEPARATORS.matcher(text).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** {@code 138****1234}. */
    public String masked() {
        return PhoneMask.of(digits);
    }

    @Override
    public String toString() {
        return masked();
    }
}
