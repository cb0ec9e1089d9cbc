package io.sanse.contract.detection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a detection. */
public enum Change {
    /** First seen. */
    RAISED,
    /** Same detection, other level, span, score or evidence. */
    AMENDED,
    /** The condition ended: it is true no longer, but it was. */
    CLEARED,
    /** Late or corrected data show that it never was. */
    RETRACTED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Change of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
