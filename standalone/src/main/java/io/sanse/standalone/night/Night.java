package io.sanse.standalone.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A night in Yongkang, from eight in the evening to six in the morning.
 *
 * @param evening the day on which it begins, Asia/Shanghai
 */
public record Night(LocalDate evening) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime BEGIN = LocalTime.of(20, 0);
    private static final LocalTime END = LocalTime.of(6, 0);

    /** The latest night that is over. */
    public static Night last(Instant now) {
        Night today = new Night(now.atZone(ZONE).toLocalDate().minusDays(1));
        return today.end().isAfter(now) ? new Night(today.evening.minusDays(1)) : today;
    }

    public Instant start() {
        return evening.atTime(BEGIN).atZone(ZONE).toInstant();
    }

    public Instant end() {
        return evening.plusDays(1).atTime(END).atZone(ZONE).toInstant();
    }

    /**
     * A time of this night.
     *
     * @param time for example {@code 21:05} (of the evening) or {@code 02:30} (after midnight)
     */
    public Instant at(String time) {
        LocalTime local = LocalTime.parse(time);
        LocalDate day = local.isBefore(LocalTime.NOON) ? evening.plusDays(1) : evening;
        return day.atTime(local).atZone(ZONE).toInstant();
    }

    /** A time of an earlier day, counted back from the evening's. */
    public Instant daysBefore(int days, String time) {
        return evening.minusDays(days)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    /** The evening's date as eight digits. */
    public String label() {
        return evening.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Counts nights. */
    public long number() {
        return evening.toEpochDay();
    }
}
