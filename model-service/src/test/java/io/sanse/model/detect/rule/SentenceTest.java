package io.sanse.model.detect.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.LocalizedText;
import io.sanse.model.detect.parameter.VariableType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {
    private static final Map<String, Object> VALUES = Map.of(
            "plate",
            "浙G$1{2}",
            "dwell",
            Duration.ofMinutes(125),
            "at",
            Instant.parse("2026-03-05T14:05:00Z"),
            "tonnes",
            2.345,
            "count",
            7L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{plate} stood | 浙G$1{2} stood",
                "{dwell} | 125",
                "{dwell:h} h, {dwell:d} d | 2 h, 0 d",
                "{at} | 03-05 22:05",
                "{at:time} {at:date} | 22:05 2026-03-05",
                "{tonnes} {tonnes:2} | 2.3 2.35",
                "{count} {count:2} | 7 7",
                "{tonnes:6} {tonnes:7} {tonnes:1000000000} {tonnes:min} | 2.345000 2.3 2.3 2.3",
                "{dwell:weeks} {dwell:2} {at:weeks} | 125 125 03-05 22:05",
                "{zone} | pit",
                "{nothing} | –"
            })
    void gapsAreFilled(String template, String expected) {
        Sentence sentence = new Sentence(new LocalizedText(template, template));
        assertEquals(
                expected,
                sentence.fill(VALUES, Map.of("zone", new LocalizedText("矿坑", "pit")))
                        .en());
    }

    @ParameterizedTest
    @EnumSource(VariableType.class)
    void onlySomeTypesHaveFormats(VariableType type) {
        List<String> formats =
                switch (type) {
                    case DURATION -> List.of("d", "h", "min");
                    case TIME -> List.of("date", "time");
                    case NUMBER -> List.of("0", "1", "2", "3", "4", "5", "6");
                    case COUNT, FLAG, TEXT, TEXTS, NUMBERS -> List.of();
                };
        assertEquals(formats, Sentence.formats(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "a\n{ b", "{plate", "{plate:MIN}", "{}"})
    void aBraceThatBelongsToNoGap(String text) {
        assertThrows(IllegalArgumentException.class, () -> Sentence.gaps(text));
    }
}
