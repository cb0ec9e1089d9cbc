package io.sanse.model.detect.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days in Asia/Shanghai: Monday to Friday without public holidays, and the weekend days that are worked in exchange. A year that has not been
 * announced has no holidays.
 *
 * @param holidays public holidays, bridge days included
 * @param worked weekend days that are worked
 */
public record WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> worked) {
    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
        worked = Set.copyOf(worked);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /**
     * When a term ends: midnight after the given number of working days, the day of the event not counted.
     *
     * @param from event time, ms
     * @return ms
     */
    public long endOf(long from, int workingDays) {
        LocalDate day = date(from);
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(Nights.ZONE).toInstant().toEpochMilli();
    }

    /**
     * When the last working days before a day begin, that day not counted.
     *
     * @return midnight, ms
     */
    public long before(LocalDate end, int workingDays) {
        LocalDate day = end;
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atStartOfDay(Nights.ZONE).toInstant().toEpochMilli();
    }

    /** Working days that have passed completely between the day of an event, which is not counted, and an instant; both in ms. */
    public int passed(long from, long until) {
        LocalDate last = date(until);
        int count = 0;
        for (LocalDate day = date(from).plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private static LocalDate date(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).toLocalDate();
    }
}
