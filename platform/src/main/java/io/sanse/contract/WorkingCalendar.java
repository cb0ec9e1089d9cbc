package io.sanse.contract;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, but for the public holidays and with the weekend days that are worked in exchange (调休), as the State
 * Council announces them for each year. A year that is not listed has plain weeks.
 *
 * @param version of the file
 * @param timeZone where a day begins and ends
 * @param years one each
 */
public record WorkingCalendar(int version, ZoneId timeZone, List<Year> years) {
    /**
     * What was announced for a year.
     *
     * @param year for example 2026
     * @param holidays days off
     * @param worked Saturdays and Sundays that are worked
     */
    public record Year(int year, List<Span> holidays, List<LocalDate> worked) {
        public Year {
            holidays = List.copyOf(holidays);
            worked = List.copyOf(worked);
            for (Span span : holidays) {
                require(
                        span.from().getYear() == year && span.to().getYear() == year,
                        span.name() + " is not in " + year);
            }
            for (LocalDate day : worked) {
                require(day.getYear() == year, day + " is not in " + year);
                require(isWeekend(day), day + " is no weekend day, so it cannot be worked in exchange");
                require(holidays.stream().noneMatch(span -> span.has(day)), day + " is both a holiday and worked");
            }
        }
    }

    /**
     * A holiday.
     *
     * @param name in Chinese
     * @param from first day off
     * @param to last day off
     */
    public record Span(String name, LocalDate from, LocalDate to) {
        public Span {
            require(!to.isBefore(from), name + " ends before it begins");
        }

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public WorkingCalendar {
        require(version > 0, "a calendar has a version from 1 on");
        require(timeZone != null, "a calendar has a time zone");
        years = List.copyOf(years);
        Set<Integer> seen = new HashSet<>();
        for (Year year : years) {
            require(seen.add(year.year()), "the year " + year.year() + " is listed twice");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the announcement for this day's year is listed. */
    public boolean covers(LocalDate day) {
        return years.stream().anyMatch(year -> year.year() == day.getYear());
    }

    public boolean isWorkingDay(LocalDate day) {
        for (Year year : years) {
            if (year.worked().contains(day)) {
                return true;
            }
            if (year.holidays().stream().anyMatch(span -> span.has(day))) {
                return false;
            }
        }
        return !isWeekend(day);
    }

    /**
     * End of a period of working days: the day on which it begins does not count, and it ends with the last moment of the last day (Civil Code, art. 201 and
     * 203).
     *
     * @param days at least 1
     */
    public Instant endOf(Instant from, int days) {
        LocalDate day = dayOf(from);
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return beginOf(day.plusDays(1));
    }

    /** When the last working days before a day begin, that day not counted. */
    public Instant before(LocalDate end, int days) {
        LocalDate day = end;
        for (int counted = 0; counted < days; ) {
            day = day.minusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return beginOf(day);
    }

    /** Working days that have passed completely between the day of an event, which is not counted, and an instant. */
    public int passed(Instant from, Instant until) {
        LocalDate last = dayOf(until);
        int count = 0;
        for (LocalDate day = dayOf(from).plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, timeZone);
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }
}
