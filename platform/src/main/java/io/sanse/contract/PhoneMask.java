package io.sanse.contract;

/** What is shown of a telephone number to those who may not see all of it. */
public final class PhoneMask {
    private static final int HEAD = 3;
    private static final int TAIL = 4;
    private static final String HIDDEN = "****";

    private PhoneMask() {}

    /** {@code 138****0000}; of a number of up to seven characters nothing remains, and how long it is remains unsaid. */
    public static String of(String number) {
        return number.length() <= HEAD + TAIL
                ? HIDDEN
                : number.substring(0, HEAD) + HIDDEN + number.substring(number.length() - TAIL);
    }
}
