package io.sanse.model.route.domain;

import java.util.Locale;

/**
 * What a closed manifest teaches.
 *
 * @param reason why it teaches nothing, or {@link Reason#TAUGHT}
 * @param trip what it teaches, or null
 */
public record Lesson(Reason reason, ClosedTrip trip) {
    /** Why. */
    public enum Reason {
        TAUGHT,
        /** A firm or its premises are not known. */
        FIRM_UNKNOWN,
        /** It took longer than trips do. */
        TOO_LONG,
        /** The track does not begin at the generator's and end at the receiver's. */
        NOT_FROM_GATE_TO_GATE,
        /** Nothing is known of too long a part of the way. */
        HOLE,
        /** It was in a sensitive zone. */
        SENSITIVE_ZONE;

        /** For metrics. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Lesson none(Reason reason) {
        return new Lesson(reason, null);
    }
}
