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
                () -> CalendarReader.read(
                        "calendar.yaml",
                        "version: 1\ntimeZone: Asia/Shanghai\nyears:\n  - year: 2026\n    holidays: [{name: a, from: 2026-02-30, to: 2026-03-01}]\n    worked: []\n"));
        assertEquals("calendar.yaml:5:32: 'from': '2026-02-30' is no day", error.getMessage());
    }
}
