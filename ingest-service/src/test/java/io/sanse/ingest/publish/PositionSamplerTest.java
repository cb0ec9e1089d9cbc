package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionSamplerTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");

    private final PositionSampler sampler = new PositionSampler(10);

    @ParameterizedTest(name = "again after {0} ms: {1}")
    @CsvSource({"0, false", "1999, false", "2000, true", "2001, true"})
    void aVehicleIsShownOnceInTwoSeconds(long later, boolean shown) {
        assertTrue(sampler.take(TRUCK, 5_000));
        assertEquals(shown, sampler.take(TRUCK, 5_000 + later));
    }

    @Test
    void allTogetherAreCapped() {
        long shown = IntStream.range(0, 50)
                .filter(i -> sampler.take(Subject.vehicle("浙G" + i), 1_000))
                .count();
        assertEquals(10, shown);
        assertFalse(sampler.take(TRUCK, 2_999));
        assertTrue(sampler.take(TRUCK, 3_000));
    }
}
