package io.sanse.alert.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final WorkingCalendar calendar = TestCity.POLICIES.rules().calendar();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a plain Wednesday,                       2026-03-04, true",
        "a plain Saturday,                        2026-03-07, false",
        "a plain Sunday,                          2026-03-08, false",
        "the day before Spring Festival is worked, 2026-02-14, true",
        "first day of Spring Festival,            2026-02-15, false",
        "last day of Spring Festival,             2026-02-23, false",
        "the day after Spring Festival,           2026-02-24, true",
        "the Saturday worked for it,              2026-02-28, true",
        "National Day on a Thursday,              2026-10-01, false",
        "the Saturday worked for it in autumn,    2026-10-10, true",
        "a Sunday worked in 2025,                 2025-09-28, true",
        "a year that nobody has announced,        2031-10-01, true"
    })
    void workingDays(String name, LocalDate day, boolean works) {
        assertEquals(works, calendar.isWorkingDay(day));
    }

    @ParameterizedTest(name = "{0}: {2} working days from {1}")
    @CsvSource({
        "the day itself does not count,       2026-03-02T09:00, 1, 2026-03-04T00:00",
        "late on the day makes no difference, 2026-03-02T23:59, 1, 2026-03-04T00:00",
        "over a weekend,                      2026-03-05T21:00, 5, 2026-03-13T00:00",
        "begun on a Saturday,                 2026-03-07T10:00, 2, 2026-03-11T00:00",
        "over Spring Festival,                2026-02-13T10:00, 3, 2026-02-26T00:00",
        "over a worked Saturday,              2026-02-26T10:00, 2, 2026-03-01T00:00"
    })
    void endOfPeriod(String name, LocalDateTime from, int days, LocalDateTime end) {
        Instant begin = from.atZone(SHANGHAI).toInstant();
        assertEquals(end.atZone(SHANGHAI).toInstant(), calendar.endOf(begin, days));
    }

    @Test
    void saysWhichYearsItKnows() {
        assertTrue(calendar.covers(LocalDate.parse("2026-12-31")));
        assertFalse(calendar.covers(LocalDate.parse("2027-01-01")));
    }

    @Test
    void refusesWhatCannotBe() {
        LocalDate wednesday = LocalDate.parse("2026-03-04");
        LocalDate saturday = LocalDate.parse("2026-03-07");
        WorkingCalendar.Span span = new WorkingCalendar.Span("x", saturday, saturday);
        assertThrows(
                IllegalArgumentException.class, () -> new WorkingCalendar.Year(2026, List.of(), List.of(wednesday)));
        assertThrows(
                IllegalArgumentException.class, () -> new WorkingCalendar.Year(2026, List.of(span), List.of(saturday)));
        assertThrows(IllegalArgumentException.class, () -> new WorkingCalendar.Year(2025, List.of(span), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new WorkingCalendar.Span("x", saturday, wednesday));
    }
}
