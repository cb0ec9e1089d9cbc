package io.sanse.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Rules;
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
        expected = new PeerRun("sanse", VEHICLES, HOURS).round(Scales.NONE).answers();
    }

    @Test
    void eachRuleFindsSomething() {
        assertEquals(
                new HashSet<>(Rules.MODELS),
                expected.stream().map(Answer::model).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"esper", "siddhi", "flink", "flink-cep", "jet"})
    void aPeerFindsTheSame(String engine) throws Exception {
        assertEquals(
                expected,
                new PeerRun(engine, VEHICLES, HOURS).round(Scales.NONE).answers());
    }
}
