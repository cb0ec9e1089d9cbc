package io.sanse.model.backtest;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A detection that was raised in the period, as it stood at the end.
 *
 * @param id of the detection
 * @param subject on whom
 * @param raisedAt when it was raised, by the platform's clock
 * @param start when its episode began
 * @param end last event time of its episode, {@link Instant#MAX} while that goes on
 * @param division division code, or null
 * @param level last one
 * @param retracted whether it was taken back
 * @param text for people
 */
record Finding(
        UUID id,
        Subject subject,
        Instant raisedAt,
        Instant start,
        Instant end,
        String division,
        Level level,
        boolean retracted,
        LocalizedText text) {
    /** District of what lies nowhere that is known. */
    static final String UNKNOWN = "unknown";

    private static final int DISTRICT_DIGITS = 6;

    static Finding raised(Detection word) {
        return of(word, word.detectedAt());
    }

    /** After a further word on it. */
    Finding with(Detection word) {
        return of(word, raisedAt);
    }

    private static Finding of(Detection word, Instant raisedAt) {
        boolean over = word.change() == Change.CLEARED || word.change() == Change.RETRACTED;
        return new Finding(
                word.id(),
                word.subject(),
                raisedAt,
                word.episodeStart(),
                over ? word.to() : Instant.MAX,
                word.division(),
                word.level(),
                word.change() == Change.RETRACTED,
                word.text());
    }

    /** The division's district, or {@link #UNKNOWN}. */
    String district() {
        return division == null ? UNKNOWN : division.substring(0, Math.min(DISTRICT_DIGITS, division.length()));
    }

    LocalDate day() {
        return raisedAt.atZone(Nights.ZONE).toLocalDate();
    }

    /** Hour of the day in which it was raised, 0–23. */
    int hour() {
        return raisedAt.atZone(Nights.ZONE).getHour();
    }

    /** Whether both are about one stretch of one subject's time. */
    boolean overlaps(Finding other) {
        return subject.equals(other.subject) && !start.isAfter(other.end) && !other.start.isAfter(end);
    }
}
