package io.sanse.notify.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            value = {
                "13800000000, 13800000000, 138****0000",
                "+86 138-0000-0000, 8613800000000, 861****0000",
                "(0579) 8712 3456, 057987123456, 057****3456",
                "1234, null, null",
                "12345, 12345, ****",
                "123456789012345, 123456789012345, 123****2345",
                "1234567890123456, null, null",
                "12a45, null, null",
                "'', null, null",
                "null, null, null"
            },
            nullValues = "null")
    void numbersAsPeopleWriteThem(String text, String digits, String masked) {
        assertEquals(digits, Phone.parse(text).map(Phone::digits).orElse(null));
        assertEquals(masked, Phone.parse(text).map(Phone::toString).orElse(null));
    }
}
