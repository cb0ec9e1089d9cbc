package io.sanse.model.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
    /** @param overrides of the length of a stay, or nothing */
    private static long mark(String overrides) {
        String text = Library.load().models().stream()
                .filter(model -> model.id().equals("vehicle-suspicious-stop"))
                .map(model -> model.head().source())
                .findFirst()
                .orElseThrow()
                .replace(
                        "stay: {value: 20, unit: min, source: P}",
                        "stay: {value: 20, unit: min, source: P" + overrides + "}");
        Model model = ModelReader.read("own.yaml", text);
        return new Panel(List.of(List.of(model))).mark();
    }

    /** Who has judged by other values judges anew. */
    @Test
    void otherValuesInPlacesHaveAnotherMark() {
        long zone = mark(", overrides: [{zone: pit, value: 30}]");
        assertEquals(zone, mark(", overrides: [{zone: pit, value: 30}]"));
        assertNotEquals(zone, mark(""));
        assertNotEquals(zone, mark(", overrides: [{zone: pit, value: 31}]"));
        assertNotEquals(zone, mark(", overrides: [{zone: pits, value: 30}]"));
    }
}
