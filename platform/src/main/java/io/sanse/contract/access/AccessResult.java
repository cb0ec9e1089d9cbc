package io.sanse.contract.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a request for a record that rests on persons. */
public enum AccessResult {
    /** The record was given out, or was just about to be. */
    GIVEN,
    /** The role, a missing purpose or a reference that does not carry it. */
    REFUSED,
    /** There is none, or none for this caller. */
    NOT_FOUND,
    /** The platform could not answer. */
    FAILED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static AccessResult of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
