package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How full a truck is (JT/T 808-2019 table 24, status bits 8–9; or a camera's reading). */
public enum LoadState {
    EMPTY,
    HALF,
    FULL;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static LoadState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
