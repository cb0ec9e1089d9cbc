package io.sanse.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void everyOptionIsRead() {
        Options options =
                Options.parse("demo --data /tmp/somewhere --port-offset 100 --admit-unknown --headless".split(" "));
        assertEquals(new Options("demo", null, Path.of("/tmp/somewhere"), 100, true, true), options);
    }

    @Test
    void aTokenHasAUser() {
        assertEquals(
                "operator", Options.parse(new String[] {"token", "operator"}).user());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "demo --port-offset, needs a value",
        "demo --data, needs a value",
        "demo --port-offset -1, needs a number",
        "demo --port-offset 40001, needs a number",
        "demo --port-offset many, needs a number",
        "demo --fast, is not understood",
        "demo operator, is not understood",
        "token operator auditor, is not understood"
    })
    void aSlipIsToldInOneSentence(String line, String words) {
        CannotRunException slip = assertThrows(CannotRunException.class, () -> Options.parse(line.split(" ")));
        assertTrue(slip.getMessage().contains(words), slip.getMessage());
        assertEquals(2, slip.exitCode());
    }
}
