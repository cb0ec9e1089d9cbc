package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneMaskTest {
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "110, ****",
        "1234567, ****",
        "12345678, 123****5678",
        "13800138000, 138****8000",
        "+8613800138000, +86****8000"
    })
    void whatIsShown(String number, String shown) {
        assertEquals(shown, PhoneMask.of(number));
    }
}
