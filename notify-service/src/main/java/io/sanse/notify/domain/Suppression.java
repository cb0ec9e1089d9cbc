package io.sanse.notify.domain;

import java.util.Locale;

/** Why a message is not sent. */
public enum Suppression {
    /** Nobody knows a phone to reach the recipient. */
    NO_CONTACT,
    /** The recipient has been told of this alert at this level. */
    ALREADY_TOLD,
    /** The same phone gets this message under another name. */
    SAME_PHONE,
    /** This phone has had its share for the hour. */
    RECIPIENT_BUDGET,
    /** The city has used up its messages for the hour. */
    CITY_BUDGET,
    /** The alert was retracted before the message had gone out. */
    RETRACTED;

    /** Kebab case, as in the table and the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
