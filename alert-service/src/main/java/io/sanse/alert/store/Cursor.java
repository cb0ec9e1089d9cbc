package io.sanse.alert.store;

import io.sanse.runtime.failure.Rejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log of all alerts; its text is opaque to others.
 *
 * @param position a 64-bit transaction id in decimal
 * @param seq number of the event, 0 before all
 */
public record Cursor(String position, long seq) {
    public static final Cursor BEGINNING = new Cursor("0", 0);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** @throws Rejected when the text is none of our cursors */
    public static Cursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Rejected("bad-cursor", "the cursor is not one that was given out");
        }
        return new Cursor(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return position + '.' + seq;
    }
}
