package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A weigh bridge's record (过磅).
 *
 * @param scale scale id
 * @param side whose scale it is
 * @param plate the truck
 * @param manifest manifest number, or null
 * @param grossTonnes t, or null
 * @param tareTonnes t, or null
 * @param netTonnes t
 * @param enterprise enterprise code of the firm whose scale it is, or null
 */
public record Weighing(
        String scale,
        Side side,
        String plate,
        String manifest,
        Double grossTonnes,
        Double tareTonnes,
        double netTonnes,
        String enterprise)
        implements Payload {
    /** Of a scale whose owner is not told. */
    public Weighing(
            String scale,
            Side side,
            String plate,
            String manifest,
            Double grossTonnes,
            Double tareTonnes,
            double netTonnes) {
        this(scale, side, plate, manifest, grossTonnes, tareTonnes, netTonnes, null);
    }

    /** At which end of the trip. */
    public enum Side {
        SENT,
        RECEIVED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Side of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
