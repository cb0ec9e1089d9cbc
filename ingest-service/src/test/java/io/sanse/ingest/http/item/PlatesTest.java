package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatesTest {
    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource({
        "as it should be, 浙GA1234, 浙GA1234",
        "middle dot, 浙G·A1234, 浙GA1234",
        "bullet, 浙G•A1234, 浙GA1234",
        "hyphen and spaces, ' 浙G-A 1234 ', 浙GA1234",
        "lower case, 浙ga1234, 浙GA1234",
        "full width, 浙ＧＡ１２３４, 浙GA1234",
        "full width lower case, 浙ｇａ１２３４, 浙GA1234",
        "full width separator, 浙Ｇ－Ａ１２３４, 浙GA1234",
        "ideographic space, 浙G　A1234, 浙GA1234",
        "new energy, 浙GD12345, 浙GD12345",
        "trailer, 浙G1234挂, 浙G1234挂",
        "look-alike letter O stays, 浙GO1234, 浙GO1234",
        "look-alike digit 0 stays, 浙G01234, 浙G01234",
        "Cyrillic А stays, 浙GА1234, 浙GА1234",
    })
    void oneForm(String row, String text, String plate) {
        assertEquals(plate, Plates.normalise(text));
        assertEquals(plate, Plates.normalise(plate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "·", "--", "<b>A1</b>", "A1'; DROP TABLE x", "A\u00001", "A\n1", "浙G\uD83D\uDE00"})
    void whatIsNoPlate(String text) {
        assertThrows(IllegalArgumentException.class, () -> Plates.normalise(text));
    }

    @Test
    void sixteenCharactersAreTheMost() {
        assertEquals("A".repeat(16), Plates.normalise("A".repeat(16)));
        assertThrows(IllegalArgumentException.class, () -> Plates.normalise("A".repeat(17)));
    }
}
