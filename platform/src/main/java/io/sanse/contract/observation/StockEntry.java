package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An entry of a firm's book of a controlled substance (危化品流向台账); {@code observedAt} is when it was counted or moved.
 *
 * @param entry what happened
 * @param enterprise enterprise code of the firm whose book it is
 * @param substance code of the substance, for example its CAS number
 * @param tonnes how much there was, came or went, t
 * @param other enterprise code of the firm that it came from or went to, or null for own use
 * @param document number of the delivery's document, the same in both firms' books, or null
 */
public record StockEntry(Act entry, String enterprise, String substance, double tonnes, String other, String document)
        implements Payload {

    /** What is written down. */
    public enum Act {
        /** Somebody counted what there is (盘点). */
        COUNTED,
        RECEIVED,
        /** Given away, or used up. */
        ISSUED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Act of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
