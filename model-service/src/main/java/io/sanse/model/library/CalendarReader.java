package io.sanse.model.library;

import io.sanse.contract.WorkingCalendar;
import io.sanse.contract.WorkingCalendar.Span;
import io.sanse.contract.WorkingCalendar.Year;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.YamlMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Reads the calendar of working days that all services have. */
final class CalendarReader {
    private CalendarReader() {}

    /** @throws ModelFileException when a day cannot be read or cannot be */
    static WorkingCalendar read(String file, String text) {
        YamlMap yaml = YamlMap.parse(file, text).only(Set.of("version", "timeZone", "years"));
        List<Year> years = yaml.maps("years").stream().map(CalendarReader::year).toList();
        try {
            return new WorkingCalendar(yaml.integer("version"), ZoneId.of(yaml.text("timeZone")), years);
        } catch (DateTimeException | IllegalArgumentException impossible) {
            throw new ModelFileException(yaml.start(), impossible.getMessage(), impossible);
        }
    }

    private static Year year(YamlMap yaml) {
        yaml.only(Set.of("year", "holidays", "worked"));
        List<Span> holidays = yaml.maps("holidays").stream()
                .map(holiday -> new Span(
                        holiday.text("name"),
                        holiday.parsed("from", CalendarReader::day),
                        holiday.parsed("to", CalendarReader::day)))
                .toList();
        try {
            List<LocalDate> worked =
                    yaml.texts("worked").stream().map(CalendarReader::day).toList();
            return new Year(yaml.integer("year"), holidays, worked);
        } catch (IllegalArgumentException wrong) {
            throw new ModelFileException(yaml.start(), wrong.getMessage(), wrong);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + text + "' is no day", none);
        }
    }
}
