package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneMaskTest {
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "110, ****",
        "1234567, ****",
        "87123456, 871****",
        "1234567890, 123****",
        "138-0013-800, 138****",
        "057987123456, 057****3456",
        "13800138000, 138****8000",
        "+8613800138000, +86****8000"
    })
    void whatIsShown(String number, String shown) {
        assertEquals(shown, PhoneMask.of(number));
    }
}
