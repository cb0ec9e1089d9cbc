package io.sanse.model.trace.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of an occasion by itself, at the limits of each parameter. */
class PresencePointsTest {
    private static final PresencePoints POINTS = new PresencePoints(Library.traceBack());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "seen once by day                     | 2026-03-05T04:00:00Z | 1  | 0    | 0    | 0     | inside 50",
                "seen for half of a long stay         | 2026-03-05T04:00:00Z | 10 | 300  | 0    | 0     | inside 58",
                "seen for a long stay                 | 2026-03-05T04:00:00Z | 10 | 600  | 0    | 0     | inside 65",
                "seen for more than a long stay       | 2026-03-05T04:00:00Z | 10 | 601  | 0    | 0     | inside 65",
                "driven through                       | 2026-03-05T04:00:00Z | 2  | 119  | 20   | 0     | inside 53, drove-past -25",
                "for long enough to stop              | 2026-03-05T04:00:00Z | 2  | 120  | 20   | 0     | inside 53",
                "slow enough to stop                  | 2026-03-05T04:00:00Z | 2  | 119  | 19.9 | 0     | inside 53",
                "a camera does not tell the speed     | 2026-03-05T04:00:00Z | 1  | 0    | -0.1 | 0     | inside 50",
                "the last moment before the night     | 2026-03-05T13:59:59Z | 1  | 0    | 0    | 0     | inside 50",
                "the night begins                     | 2026-03-05T14:00:00Z | 1  | 0    | 0    | 0     | inside 50, night 5",
                "a stay into the night                | 2026-03-05T13:30:00Z | 2  | 1800 | 0    | 0     | inside 65, night 5",
                "the night is over                    | 2026-03-05T22:00:00Z | 1  | 0    | 0    | 0     | inside 50",
                "possible within a short time         | 2026-03-05T04:00:00Z | 0  | 600  | 0    | 1799  | reachable 45",
                "possible within 30 min               | 2026-03-05T04:00:00Z | 0  | 600  | 0    | 1800  | reachable 45",
                "possible within an hour              | 2026-03-05T04:00:00Z | 0  | 600  | 0    | 3600  | reachable 23",
                "possible, but not to stay            | 2026-03-05T04:00:00Z | 0  | 0    | 0    | 600   | reachable 0",
            })
    void points(
            String name, Instant from, int sights, int staySeconds, double kmh, int unseenSeconds, String expected) {
        List<Sight> inside = IntStream.range(0, sights)
                .mapToObj(i -> new Sight(from.toEpochMilli() + i, 0, 0, (int) Math.round(kmh * 10), false, null))
                .toList();
        Occasion occasion = new Occasion(
                inside,
                from.toEpochMilli(),
                from.toEpochMilli() + staySeconds * 1_000L,
                staySeconds * 1_000L,
                unseenSeconds * 1_000L);
        assertEquals(
                expected,
                POINTS.of(occasion).stream().map(PresencePointsTest::text).collect(Collectors.joining(", ")));
    }

    private static String text(TraceBackEvidence evidence) {
        return evidence.rule() + ' ' + Math.round(evidence.points());
    }
}
