package io.sanse.ingest.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    @ParameterizedTest(name = "after {0} questions of minute {1}, in minute {2}: left {3}, told {4}, minute {5}")
    @CsvSource({
        "0, 5, 5, true, false, 5",
        "19, 5, 5, true, false, 5",
        "20, 5, 5, false, false, 5",
        "21, 5, 5, false, true, 5",
        "22, 5, 5, false, true, 5",
        "22, 5, 6, true, false, 6",
        "22, 5, 4, false, true, 5"
    })
    void inOneMinute(int questions, long minute, long now, boolean left, boolean told, long counted) {
        Places places = new Places(0, 7, true).at(minute);
        for (int i = 0; i < questions; i++) {
            places = places.next();
        }
        Places then = places.at(now);
        assertEquals(left, then.isLeft());
        assertEquals(told, then.told());
        assertEquals(counted, then.minute());
    }
}
