package io.sanse.notify.domain;

import java.util.Collection;
import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Decided, waiting to be submitted. */
    CLAIMED,
    /** Being submitted; the operator has not answered yet. */
    SUBMITTED,
    /** The operator has it. */
    ACCEPTED,
    /** The phone has it. */
    DELIVERED,
    /** The phone will not get it. */
    UNDELIVERED,
    /** Nobody knows whether it went out. */
    UNKNOWN,
    /** Decided not to be sent. */
    SUPPRESSED,
    /** It could not be sent. */
    FAILED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public static DeliveryState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The state that the parts of a message make: the one that most needs to be looked at. */
    public static DeliveryState of(Collection<PartState> parts) {
        if (parts.contains(PartState.REFUSED)) {
            return FAILED;
        }
        if (parts.contains(PartState.SUBMITTED)) {
            return SUBMITTED;
        }
        if (parts.contains(PartState.PENDING)) {
            return CLAIMED;
        }
        if (parts.contains(PartState.UNKNOWN)) {
            return UNKNOWN;
        }
        if (parts.contains(PartState.UNDELIVERED)) {
            return UNDELIVERED;
        }
        return parts.contains(PartState.ACCEPTED) ? ACCEPTED : DELIVERED;
    }
}
