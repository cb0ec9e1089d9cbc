package io.sanse.contract.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alert stands in its workflow (lifecycle: blue takes the short road, yellow and red the long one). */
public enum AlertState {
    OPEN,
    REMINDED,
    ACKNOWLEDGED,
    DISPATCHED,
    SIGNED,
    NOTIFIED,
    ON_SCENE,
    VERIFIED,
    HANDLED,
    FED_BACK,
    REVIEWED,
    CLOSED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    @JsonCreator
    public static AlertState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
