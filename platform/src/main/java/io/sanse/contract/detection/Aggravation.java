package io.sanse.contract.detection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A fact that makes a detection graver; the life-cycle policy decides by how much. */
public enum Aggravation {
    HAZARDOUS_WASTE,
    LARGE_QUANTITY,
    SENSITIVE_ZONE,
    CROSS_COUNTY,
    NIGHT,
    RECORD;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Aggravation of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
