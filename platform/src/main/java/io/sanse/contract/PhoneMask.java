package io.sanse.contract;

/** What is shown of a telephone number to those who may not see all of it. */
public final class PhoneMask {
    private static final int HEAD = 3;
    private static final int TAIL = 4;
    private static final int SHOWS_HEAD = 8;
    private static final int SHOWS_TAIL = 11;
    private static final String HIDDEN = "****";

    private PhoneMask() {}

    /**
     * {@code 138****0000}: of a number of eleven digits or more the first three characters and the last four, of eight to ten digits (a landline without its area) the
     * first three, of a shorter one nothing. How long it is remains unsaid.
     */
    public static String of(String number) {
        long digits = number.chars().filter(Character::isDigit).count();
        String head = digits >= SHOWS_HEAD ? number.substring(0, HEAD) : "";
        String tail = digits >= SHOWS_TAIL ? number.substring(number.length() - TAIL) : "";
        return head + HIDDEN + tail;
    }
}
