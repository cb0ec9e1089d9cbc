package io.sanse.notify.channel.smpp.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a message: message_state numbers (SMPP 3.4, 5.2.28) and their words in receipts (appendix B). */
public enum MessageState {
    EN_ROUTE(1, "ENROUTE"),
    DELIVERED(2, "DELIVRD"),
    EXPIRED(3, "EXPIRED"),
    DELETED(4, "DELETED"),
    UNDELIVERABLE(5, "UNDELIV"),
    ACCEPTED(6, "ACCEPTD"),
    UNKNOWN(7, "UNKNOWN"),
    REJECTED(8, "REJECTD");

    private final int number;
    private final String word;

    MessageState(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    public String word() {
        return word;
    }

    public static Optional<MessageState> ofNumber(int number) {
        return Arrays.stream(values()).filter(state -> state.number == number).findFirst();
    }

    /** In any case of letters. */
    public static Optional<MessageState> ofWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(state -> state.word.equals(upper)).findFirst();
    }
}
