package io.sanse.notify.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Whom a template is for. */
public enum Audience {
    /** The subject itself: the firm, or the driver and the carrier. */
    SUBJECT,
    /** The duty desk of the lead department. */
    LEAD,
    /** The duty desks of the departments that act with it. */
    MEMBERS,
    /** The leader on duty of the lead department. */
    LEADER,
    /** The officers of the lead department. */
    OFFICERS,
    /** Everybody who has been told of this alert. */
    TOLD;

    @JsonCreator
    static Audience of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
