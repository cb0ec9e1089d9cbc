package io.sanse.model.detect.parameter;

import java.util.Locale;

/**
 * Where or for whom a parameter has a value of its own.
 *
 * @param kind what it is confined to
 * @param code division code, with all that begins with it; zone id; or subject as {@code type:id}
 */
public record Scope(Kind kind, String code) {
    /** From the widest to the narrowest: of those that fit the narrowest counts. */
    public enum Kind {
        DISTRICT,
        ZONE,
        SUBJECT;

        /** As YAML names it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean covers(Spot spot) {
        return switch (kind) {
            case DISTRICT -> spot.district() != null && spot.district().startsWith(code);
            case ZONE -> code.equals(spot.zone());
            case SUBJECT -> spot.subject() != null && code.equals(spot.subject().toString());
        };
    }

    /** {@code district 330784}. */
    @Override
    public String toString() {
        return kind.text() + ' ' + code;
    }
}
