package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"vehicle:浙GA1234", "enterprise:E-001", "manifest:2026330784000001", "feed:jt808:west"})
    void isReadAsItIsWritten(String text) {
        assertEquals(text, Subject.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vehicle", ":x", "vehicle:", "ship:x", "vehicle: ", "vehicle:a\u0000b"})
    void refusesWhatIsNoSubject(String text) {
        assertThrows(IllegalArgumentException.class, () -> Subject.parse(text));
    }

    @Test
    void idsMayHave64CharactersAndNoMore() {
        assertEquals(64, Subject.vehicle("x".repeat(64)).id().length());
        assertThrows(IllegalArgumentException.class, () -> Subject.vehicle("x".repeat(65)));
    }

    @Test
    void partitionsSpreadSubjectsEvenly() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 8_000; i++) {
            counts.merge(SubjectPartitioner.partition(Subject.vehicle("浙G" + i), 8), 1, Integer::sum);
        }
        assertEquals(8, counts.size());
        counts.forEach((partition, count) -> assertEquals(1_000, count, 150, "partition " + partition));
    }
}
