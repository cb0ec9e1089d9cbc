package io.sanse.contract;

/**
 * Addresses of lossy hints published on the event bus. A hint says only "look now"; whoever misses one finds the same by asking.
 */
public final class Hints {
    /** Body: none that matters. New rows may be read by {@code AlertService.eventsAfter}. */
    public static final String ALERT_EVENTS = "sanse.hint.alert-events";

    /** Body: JSON {@code {subject, longitude, latitude, speedKmh, observedAt}}; a sampled position for the live map, never stored. */
    public static final String POSITIONS = "sanse.hint.positions";

    private Hints() {}
}
