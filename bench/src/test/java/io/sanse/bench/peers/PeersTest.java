package io.sanse.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five rules give the same answers in each engine, late events and all. */
class PeersTest {
    private static final int VEHICLES = 500;
    private static final int HOURS = 12;

    private static Set<Answer> expected;

    @BeforeAll
    static void askSanse() throws Exception {
        expected = new PeerRun("sanse", VEHICLES, HOURS).round().answers();
    }

    @Test
    void eachRuleFindsSomething() {
        assertEquals(
                new HashSet<>(Rules.MODELS),
                expected.stream().map(Answer::model).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"esper", "flink"})
    void aPeerFindsTheSame(String engine) throws Exception {
        assertEquals(expected, new PeerRun(engine, VEHICLES, HOURS).round().answers());
    }

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
