package io.sanse.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A step of an alert's life. */
public enum AlertEventType {
    RAISED,
    EXTENDED,
    LEVEL_RAISED,
    CONDITION_CLEARED,
    RETRACTED,
    REMINDED,
    ACKNOWLEDGED,
    DISPATCHED,
    SIGNED,
    NOTIFIED,
    ARRIVED,
    VERIFIED,
    HANDLED,
    FED_BACK,
    REVIEWED,
    RETURNED,
    TRANSFERRED,
    URGED,
    SUPERVISED,
    COMMENTED,
    CLOCK_URGED,
    CLOCK_BREACHED,
    CLOSED,
    REOPENED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    @JsonCreator
    public static AlertEventType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
