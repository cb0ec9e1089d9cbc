package io.sanse.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A deadline that runs on an alert (时限). */
public enum ClockName {
    SIGN,
    NOTIFY,
    ARRIVE,
    ACKNOWLEDGE,
    FEED_BACK,
    REVIEW;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    @JsonCreator
    public static ClockName of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
