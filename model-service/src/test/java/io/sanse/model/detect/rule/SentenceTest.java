package io.sanse.model.detect.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "{count} | 7",
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
}
