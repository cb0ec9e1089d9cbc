package io.sanse.model.detect.operator.store;

import io.sanse.contract.Nights;
import io.sanse.contract.WorkingCalendar;
import io.sanse.contract.registry.Details;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The windows of an inspection round on the days of a calendar.
 *
 * @param round its plan
 * @param calendar working days
 */
record RoundTimes(Details.Round round, WorkingCalendar calendar) {
    /**
     * One window on one day.
     *
     * @param from inclusive, ms
     * @param to exclusive, ms
     */
    record Window(long from, long to) {}

    /** Those that end behind a time and up to another, by their end; both ms. */
    List<Window> ending(long after, long until) {
        List<Window> all = new ArrayList<>();
        for (LocalDate day = day(after).minusDays(1); !day.isAfter(day(until)); day = day.plusDays(1)) {
            if (!round.workingDays() || calendar.isWorkingDay(day)) {
                addDay(day, all);
            }
        }
        all.removeIf(window -> window.to() <= after || window.to() > until);
        all.sort(Comparator.comparingLong(Window::to));
        return all;
    }

    private void addDay(LocalDate day, List<Window> all) {
        for (Details.Round.Window window : round.windows()) {
            LocalDate end = window.to().isAfter(window.from()) ? day : day.plusDays(1);
            all.add(new Window(at(day, window.from()), at(end, window.to())));
        }
    }

    private static long at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Nights.ZONE).toInstant().toEpochMilli();
    }

    private static LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).toLocalDate();
    }
}
