package io.sanse.notify.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStateTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "pending, claimed",
        "submitted, submitted",
        "accepted pending, claimed",
        "accepted submitted, submitted",
        "accepted accepted, accepted",
        "accepted unknown, unknown",
        "unknown pending, claimed",
        "delivered accepted, accepted",
        "delivered delivered, delivered",
        "delivered undelivered, undelivered",
        "delivered unknown, unknown",
        "undelivered accepted, undelivered",
        "accepted refused pending, failed",
        "refused, failed"
    })
    void partsMakeTheWhole(String parts, String whole) {
        assertEquals(
                whole,
                DeliveryState.of(Arrays.stream(parts.split(" "))
                                .map(PartState::of)
                                .toList())
                        .text());
    }
}
