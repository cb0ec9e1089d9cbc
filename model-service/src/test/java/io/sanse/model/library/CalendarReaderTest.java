package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.model.file.ModelFileException;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {
    @Test
    void aDayThatIsNoneIsNamedWithItsPlace() {
        ModelFileException error = assertThrows(
                ModelFileException.class,
                () -> CalendarReader.read("calendar.yaml", "2026:\n  holidays: [2026-02-30]\n  worked: []\n"));
        assertEquals("calendar.yaml:2:13: '2026-02-30' is neither a day nor a span", error.getMessage());
    }
}
