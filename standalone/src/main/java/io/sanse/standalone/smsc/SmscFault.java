package io.sanse.standalone.smsc;

import java.util.Locale;

/** A way to misbehave towards one submitted message. */
public enum SmscFault {
    /** Takes the message and closes the connection instead of answering. */
    DROP_BEFORE_ANSWER,
    /** Takes the message, answers and closes the connection. */
    DROP_AFTER_ANSWER,
    /** Takes the message and never answers. */
    SILENT,
    /** Does not take it: throttled. */
    THROTTLE,
    /** Does not take it: no such phone. */
    REFUSE,
    /** Takes it and never sends a receipt. */
    NO_RECEIPT,
    /** Takes it and reports that it could not be delivered. */
    UNDELIVERABLE;

    /** Kebab case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public static SmscFault of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
