package io.sanse.model.testing;

import io.sanse.model.detect.time.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Times in cases, Asia/Shanghai: {@code 21:00:30} lies in the case's night (from noon of its day to noon of the next), {@code 2026-02-13 09:00} where it says.
 *
 * @param day the day on whose evening the night begins
 */
record CaseTime(LocalDate day) {
    Instant parse(String text) {
        if (text.contains("-")) {
            return LocalDateTime.parse(text.replace('_', 'T'))
                    .atZone(Nights.ZONE)
                    .toInstant();
        }
        LocalTime time = LocalTime.parse(text);
        LocalDate date = time.isBefore(LocalTime.NOON) ? day.plusDays(1) : day;
        return date.atTime(time).atZone(Nights.ZONE).toInstant();
    }

    String format(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, Nights.ZONE);
        LocalDate night = local.toLocalTime().isBefore(LocalTime.NOON)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        String time = local.toLocalTime().withNano(0).toString();
        return night.equals(day) ? time : local.toLocalDate() + "_" + time;
    }

    static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
    }
}
