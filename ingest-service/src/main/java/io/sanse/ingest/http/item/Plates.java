package io.sanse.ingest.http.item;

/**
 * The one form of a plate: half-width, upper case, without separators. Characters that only look alike (O and 0, I and 1) stay as they were read: telling them
 * apart is a model's work.
 */
final class Plates {
    private static final int MAX_LENGTH = 16;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final String SEPARATORS = " \u3000\u00B7\u2022\u30FB\uFF65-\u2010\u2013._";

    private Plates() {}

    /** @throws IllegalArgumentException when what remains is not 1 to 16 letters and digits */
    static String normalise(String text) {
        StringBuilder plate = new StringBuilder(text.length());
        text.chars()
                .filter(character -> SEPARATORS.indexOf(halfWidth(character)) < 0)
                .map(Plates::halfWidth)
                .map(Plates::upperCase)
                .forEach(character -> plate.append((char) character));
        if (plate.length() == 0 || plate.length() > MAX_LENGTH || !plate.chars().allMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("is not a plate of 1 to " + MAX_LENGTH + " letters and digits");
        }
        return plate.toString();
    }

    private static int halfWidth(int character) {
        return character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST
                ? character - FULL_WIDTH_OFFSET
                : character;
    }

    private static int upperCase(int character) {
        return character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character;
    }
}
