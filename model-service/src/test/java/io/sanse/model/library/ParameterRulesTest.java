package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.model.file.ModelFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter that can only be wrong is refused where it stands. */
class ParameterRulesTest {
    private static final String STOP = Library.text("library/vehicle/vehicle-suspicious-stop.yaml");
    private static final String STAY = "stay: {value: 20, unit: min, source: P}";

    private static String refused(String text) {
        return assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text))
                .getMessage();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    stay: {value: 20d, unit: min, source: P} | '20d' is not a number of min
                    stay: {value: 0x1p10, unit: min, source: P} | '0x1p10' is not a number of min
                    stay: {value: NaN, unit: min, source: P} | 'NaN' is not a number of min
                    stay: {value: Infinity, unit: min, source: P} | 'Infinity' is not a number of min
                    stay: {value: 1e308, unit: d, source: P} | '1e308 d' is more than a century
                    stay: {value: 1e400, unit: d, source: P} | '1e400' is not a number of d
                    stay: {value: -20, unit: min, source: P} | '-20 min' is less than nothing
                    stay: {value: 0, unit: min, source: P} | '0 min' is nothing: it must be more
                    stay: {value: 20, unit: min, source: L, article: ""} | 'article': is empty
                    """)
    void aLengthOfTime(String bad, String what) {
        String told = refused(STOP.replace(STAY, bad));
        assertTrue(told.startsWith("bad.yaml:13:") && told.contains(what), told);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    value: [pit, river-bank, woodland, sensitive] | value: [pitt, river-bank] | bad.yaml:16:27: the registry knows no zone-type 'pitt'; there are pit, river-bank
                    value: [pit, river-bank, woodland, sensitive] | value: [] | bad.yaml:16:27: an empty list finds nothing: name at least one
                    value: [pit, river-bank, woodland, sensitive] | value: [pit, ''] | bad.yaml:16:27: one of 'pit, ' is empty
                    stayCore: | stayy: {value: 1, unit: min, source: P}\\n  stayCore: | bad.yaml:14:3: nothing uses the parameter 'stayy'
                    stayCore: | true: {value: 1, unit: min, source: P}\\n  stayCore: | bad.yaml:14:3: 'true' is a word of the language of conditions
                    stayCore: | in: {value: 1, unit: min, source: P}\\n  stayCore: | bad.yaml:14:3: 'in' is a word of the language of conditions
                    """)
    void listsAndNames(String good, String bad, String what) {
        String told = refused(STOP.replace(good, bad.replace("\\n", "\n")));
        assertTrue(told.startsWith(what), told);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    99999999999 | bad.yaml:10:18: '99999999999' is not a whole number of count
                    2147483648 | bad.yaml:10:18: '2147483648' is not a whole number of count
                    -1 | bad.yaml:10:18: '-1 count' is less than nothing
                    """)
    void aCount(String value, String what) {
        String text = ModelReaderTest.GOOD.replace("value: 0.5, unit: t", "value: " + value + ", unit: count");
        assertTrue(refused(text).startsWith(what), refused(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fuelLimit, true", "riverBankLimit, true", "riverbankLimit, false", "fuel, false"})
    void theLimitOfAKindOfZoneHasItsName(String name, boolean used) {
        String text = Library.text("library/vehicle/over-stay.yaml").replace("fuelLimit:", name + ":");
        if (used) {
            assertEquals("over-stay", ModelReader.read("good.yaml", text).id());
        } else {
            assertTrue(refused(text).contains("nothing uses the parameter '" + name + "'"), refused(text));
        }
    }
}
