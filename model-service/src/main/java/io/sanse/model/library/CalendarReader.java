package io.sanse.model.library;

import io.sanse.model.detect.time.WorkingCalendar;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.YamlMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Reads the calendar: by year {@code holidays} (days or {@code first..last}) and {@code worked}. */
final class CalendarReader {
    private CalendarReader() {}

    static WorkingCalendar read(String file, String text) {
        YamlMap years = YamlMap.parse(file, text);
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (String year : years.keys()) {
            YamlMap yaml = years.map(year).only(Set.of("source", "holidays", "worked"));
            add(yaml, "holidays", holidays);
            add(yaml, "worked", worked);
        }
        return new WorkingCalendar(holidays, worked);
    }

    private static void add(YamlMap yaml, String key, Set<LocalDate> days) {
        for (String item : yaml.texts(key)) {
            String[] ends = item.split("\\.\\.", -1);
            try {
                LocalDate last = LocalDate.parse(ends[ends.length - 1]);
                LocalDate.parse(ends[0]).datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                throw new ModelFileException(yaml.place(key), "'" + item + "' is neither a day nor a span", unreadable);
            }
        }
    }
}
