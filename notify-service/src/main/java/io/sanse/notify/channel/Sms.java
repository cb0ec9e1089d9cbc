package io.sanse.notify.channel;

import java.util.Objects;

/**
 * One text to one phone.
 *
 * @param phone digits, with or without country code, as the operator expects them
 * @param text whole, however long; the channel cuts it
 * @param reference goes with every part and may come back in the receipt; its low 16 bits count
 */
public record Sms(String phone, String text, int reference) {
    public Sms {
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(text, "text");
    }

    /** Without phone and text. */
    @Override
    public String toString() {
        return "Sms[" + reference + "]";
    }
}
