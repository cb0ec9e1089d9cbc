package io.sanse.model.cases;

import io.sanse.contract.Nights;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/**
 * Times in cases, Asia/Shanghai: {@code 21:00:30} lies in the case's night (from noon of its day to noon of the next), {@code 2026-02-13_09:00} where it says.
 *
 * @param day the day on whose evening the night begins
 */
public record CaseTime(LocalDate day) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    /** @throws IllegalArgumentException when the text is no day */
    static CaseTime of(String day) {
        try {
            return new CaseTime(plausible(LocalDate.parse(day)));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + day + "' is not a day like 2026-03-05", unreadable);
        }
    }

    Instant parse(String text) {
        try {
            LocalDateTime local = text.contains("-") ? LocalDateTime.parse(text.replace('_', 'T')) : inTheNight(text);
            plausible(local.toLocalDate());
            return local.atZone(Nights.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time like 21:00, 21:00:30 or 2026-03-05_21:00", unreadable);
        }
    }

    private LocalDateTime inTheNight(String text) {
        LocalTime time = LocalTime.parse(text);
        return (time.isBefore(LocalTime.NOON) ? day.plusDays(1) : day).atTime(time);
    }

    private static LocalDate plausible(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + date.getYear());
        }
        return date;
    }

    /** As in cases: the time alone when it lies in the case's night. */
    public String format(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, Nights.ZONE);
        LocalDate night = local.toLocalTime().isBefore(LocalTime.NOON)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        String time = local.toLocalTime().withNano(0).toString();
        return night.equals(day) ? time : local.toLocalDate() + "_" + time;
    }

    /** {@code 30s}, {@code 4m}, {@code 2h}, {@code 1d}; never zero. */
    static Duration duration(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso);
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("a step must be longer than nothing, not '" + text + "'");
            }
            return duration;
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is not a step like 30s, 4m, 2h or 1d", unreadable);
        }
    }
}
