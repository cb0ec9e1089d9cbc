package io.sanse.notify.domain;

import java.util.Locale;

/** Where one short message of a delivery stands. */
public enum PartState {
    /** Not handed to the channel yet. */
    PENDING,
    /** Handed to the channel, no answer stored. */
    SUBMITTED,
    /** The operator has it. */
    ACCEPTED,
    /** The phone has it. */
    DELIVERED,
    /** The phone will not get it. */
    UNDELIVERED,
    /** Nobody knows whether the operator or the phone has it. */
    UNKNOWN,
    /** The operator will not take it. */
    REFUSED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PartState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
