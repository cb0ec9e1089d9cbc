package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An entry of an enterprise's waste ledger (台账); {@code observedAt} is when the amount moved.
 *
 * @param entry what happened
 * @param enterprise enterprise code
 * @param lot lot of waste that is stored and taken out together
 * @param wasteCode national code {@code nnn-nnn-nn}
 * @param hazardous hazardous waste
 * @param tonnes amount, t
 */
public record LedgerEntry(
        Entry entry, String enterprise, String lot, String wasteCode, Boolean hazardous, double tonnes)
        implements Payload {

    /** Movement of a lot. */
    public enum Entry {
        /** Waste came about. */
        PRODUCED,
        /** A lot went into the store. */
        STORED,
        /** A lot, or part of it, left the store. */
        TAKEN_OUT;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Entry of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
