package io.sanse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Level of a detection or alert (级别), ordered from the mildest to the gravest. */
public enum Level {
    /** 蓝: a reminder is enough. */
    BLUE,
    /** 黄: a department must go and verify. */
    YELLOW,
    /** 红: police and departments act together. */
    RED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Level of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public Level max(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
