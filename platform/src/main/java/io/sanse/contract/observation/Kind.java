package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Kind of an {@link Observation}; each has one {@link Payload}. The code is part of the frame format and never changes. */
public enum Kind {
    POSITION(1, Position.class),
    CAPTURE(2, Capture.class),
    READING(3, Reading.class),
    MANIFEST(4, ManifestStep.class),
    WEIGHING(5, Weighing.class),
    LEDGER(6, LedgerEntry.class),
    PROGRESS(7, Progress.class),
    SIGHTING(11, Sighting.class),
    STOCK(12, StockEntry.class),
    INSPECTION(13, Inspection.class),
    OPERATION(16, Operation.class),
    OFFENCE(17, Offence.class),
    CLUE(18, Clue.class);

    private static final Kind[] ALL = values();

    private final int code;
    private final Class<? extends Payload> payload;

    Kind(int code, Class<? extends Payload> payload) {
        this.code = code;
        this.payload = payload;
    }

    public int code() {
        return code;
    }

    public Class<? extends Payload> payload() {
        return payload;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(Payload payload) {
        for (Kind kind : ALL) {
            if (kind.payload == payload.getClass()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind has " + payload.getClass());
    }

    /** @throws IllegalArgumentException when no kind has this name */
    @JsonCreator
    public static Kind of(String text) {
        for (Kind kind : ALL) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind '" + text + "'");
    }

    /** @throws IllegalArgumentException when no kind has this code */
    public static Kind ofCode(int code) {
        for (Kind kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind code " + code);
    }
}
