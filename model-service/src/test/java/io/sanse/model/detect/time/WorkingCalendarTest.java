package io.sanse.model.detect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Nights;
import io.sanse.contract.WorkingCalendar;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = Library.load().calendar();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Nights.ZONE).toInstant();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2025-01-26, true, a Sunday that is worked before Spring Festival",
        "2025-01-28, false, Spring Festival begins",
        "2025-10-08, false, the last day of the autumn holidays",
        "2025-10-11, true, a Saturday that is worked after them",
        "2026-02-14, true, a Saturday that is worked",
        "2026-02-15, false, Spring Festival begins on a Sunday",
        "2026-02-23, false, its last day is a Monday",
        "2026-02-24, true, the first day after it",
        "2026-03-07, false, a Saturday",
        "2026-03-09, true, a Monday",
        "2027-02-08, true, a year that is not announced has weekends only"
    })
    void days(LocalDate day, boolean working, String what) {
        assertEquals(working, calendar.isWorkingDay(day), what);
    }

    @ParameterizedTest(name = "{1} working days from {0}")
    @CsvSource({
        "2026-03-05T10:00:00, 1, 2026-03-07T00:00:00",
        "2026-03-05T10:00:00, 5, 2026-03-13T00:00:00",
        "2026-02-13T10:00:00, 5, 2026-02-28T00:00:00",
        "2026-02-13T23:59:59, 1, 2026-02-15T00:00:00",
        "2026-02-14T00:00:00, 1, 2026-02-25T00:00:00",
        "2025-12-31T09:00:00, 2, 2026-01-06T00:00:00"
    })
    void termsEndAtMidnight(String from, int days, String end) {
        assertEquals(at(end), calendar.endOf(at(from), days));
        assertEquals(days, calendar.passed(at(from), at(end)));
        assertEquals(days - 1, calendar.passed(at(from), at(end).minusMillis(1)));
    }

    @ParameterizedTest(name = "{1} working days before {0}")
    @CsvSource({
        "2026-03-06, 1, 2026-03-05T00:00:00",
        "2026-03-09, 1, 2026-03-06T00:00:00",
        "2026-02-24, 1, 2026-02-14T00:00:00",
        "2026-04-16, 30, 2026-03-04T00:00:00"
    })
    void theLastDaysBeforeAnEndBeginAtMidnight(LocalDate end, int days, String begin) {
        assertEquals(at(begin), calendar.before(end, days));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-03-05T21:59:59, false",
        "2026-03-05T22:00:00, true",
        "2026-03-06T00:00:00, true",
        "2026-03-06T05:59:59, true",
        "2026-03-06T06:00:00, false"
    })
    void nights(String at, boolean night) {
        assertEquals(night, Nights.contains(at(at).toEpochMilli()));
    }
}
