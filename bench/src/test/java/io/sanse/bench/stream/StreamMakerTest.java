package io.sanse.bench.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is made is the same each time. */
class StreamMakerTest {
    @Test
    void theSameSizeMakesTheSameStream() {
        Stream one = StreamMaker.make(new City(20), 4);
        Stream other = StreamMaker.make(new City(20), 4);
        assertEquals(one.size(), other.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.at(i), other.at(i));
            assertEquals(one.receivedAt(i), other.receivedAt(i));
            assertEquals(one.longitude(i), other.longitude(i));
        }
    }
}
