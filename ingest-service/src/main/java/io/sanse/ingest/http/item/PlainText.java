package io.sanse.ingest.http.item;

/** Text that every store and screen can take: well-formed Unicode without control characters. What it says is nobody's business: it is never interpreted. */
public final class PlainText {
    private PlainText() {}

    static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** The same text with a replacement character where it is not plain. */
    public static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> cleaned.appendCodePoint(isPlain(codePoint) ? codePoint : 0xFFFD));
        return cleaned.toString();
    }
}
