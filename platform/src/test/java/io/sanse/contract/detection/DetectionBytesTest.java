package io.sanse.contract.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DetectionBytesTest {
    private static final Instant DUSK = Instant.parse("2026-03-05T12:00:00Z");

    private static Detection detection(Set<Aggravation> aggravations, Map<String, String> parameters) {
        return new Detection(
                new UUID(1, 2),
                Change.RAISED,
                1,
                "a-model",
                1,
                Subject.vehicle("浙GA1234"),
                List.of(),
                DUSK,
                Level.YELLOW,
                70,
                DUSK,
                DUSK,
                null,
                "330784",
                null,
                null,
                aggravations,
                List.of(),
                parameters,
                Map.of("zone:a", 1L, "zone:b", 2L, "zone:c", 3L),
                new LocalizedText("停留", "a stop"),
                DUSK,
                DUSK,
                DUSK);
    }

    /** Order is what a hash makes of it in one process and another. */
    @Test
    void theSameContentIsTheSameBytesInWhateverOrderItCame() throws IOException {
        Map<String, String> forward = new LinkedHashMap<>();
        Map<String, String> backward = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            forward.put("p" + i, "v");
            backward.put("p" + (19 - i), "v");
        }
        Set<Aggravation> all = new LinkedHashSet<>(List.of(Aggravation.values()));
        Set<Aggravation> reversed = new LinkedHashSet<>();
        for (int i = Aggravation.values().length - 1; i >= 0; i--) {
            reversed.add(Aggravation.values()[i]);
        }
        String one = Json.text(detection(all, forward));
        assertEquals(one, Json.text(detection(reversed, backward)));
        assertEquals(one, Json.text(Json.parse(one, Detection.class)));
    }
}
