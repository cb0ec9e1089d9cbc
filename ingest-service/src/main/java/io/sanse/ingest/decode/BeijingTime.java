package io.sanse.ingest.decode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;

/** The local time that both device protocols send without a zone. */
public final class BeijingTime {
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final int SECONDS_A_DAY = 86_400;

    private BeijingTime() {}

    /**
     * The instant of a second of a day; null when there is no such day.
     *
     * @param secondOfDay 0 to 86,399
     */
    public static Instant instant(int year, int month, int day, int secondOfDay) {
        boolean isDate =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        if (!isDate) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * SECONDS_A_DAY + secondOfDay - OFFSET.getTotalSeconds());
    }

    /** The instant of yyyyMMddHHmmss, with or without milliseconds behind; null when the text is no time. */
    public static Instant parse(String text) {
        boolean isTime = text != null
                && (text.length() == 14 || text.length() == 17)
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isTime) {
            return null;
        }
        int hour = digits(text, 8, 10);
        int minute = digits(text, 10, 12);
        int second = digits(text, 12, 14);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        int secondOfDay = hour * 3600 + minute * 60 + second;
        Instant instant = instant(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8), secondOfDay);
        return instant == null || text.length() == 14 ? instant : instant.plusMillis(digits(text, 14, 17));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
