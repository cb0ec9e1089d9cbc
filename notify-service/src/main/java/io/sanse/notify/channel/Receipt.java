package io.sanse.notify.channel;

import java.util.List;

/**
 * The operator's word on one submitted short message.
 *
 * @param messageIds forms of the id that {@link SubmitOutcome.Accepted} may have named, best first, as {@link
 *     SmsChannel#canonicalId} writes them
 * @param phone it went to
 * @param reference of the {@link Sms}, null when the operator does not give it back
 * @param detail the operator's own words, for people
 */
public record Receipt(List<String> messageIds, String phone, Integer reference, Fate fate, String detail) {
    /** What became of the message. */
    public enum Fate {
        DELIVERED,
        UNDELIVERED,
        /** On its way: another receipt follows. */
        UNDER_WAY,
        /** The operator does not know either. */
        UNKNOWN
    }

    /** Without the phone. */
    @Override
    public String toString() {
        return "Receipt[" + messageIds + " " + fate + " " + detail + "]";
    }
}
