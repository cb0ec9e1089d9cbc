package io.sanse.model.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.Weighing;
import io.sanse.contract.observation.Weighing.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private final Lateness lateness = new Lateness();

    private static Observation late(long ms, Subject subject, Payload payload) {
        return new Observation(
                UUID.randomUUID(),
                new Source("scales", "http", "scale-1"),
                subject,
                List.of(),
                NOON.minusMillis(ms),
                NOON,
                null,
                payload);
    }

    static Observation weighing(long ms) {
        return late(
                ms,
                new Subject(SubjectType.MANIFEST, "M1"),
                new Weighing("scale-1", Side.SENT, null, "M1", null, null, 7.2));
    }

    private String scraped() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(lateness);
        return registry.scrape();
    }

    @ParameterizedTest(name = "{0} ms: up to {1} s {2}")
    @CsvSource({
        "-5000, 1.0, 1",
        "999, 1.0, 1",
        "1000, 1.0, 1",
        "1001, 1.0, 0",
        "1001, 10.0, 1",
        "604800000, 604800.0, 1",
        "604800001, 604800.0, 0",
        "604800001, +Inf, 1"
    })
    void countsUpToAndWithTheEnd(long ms, String end, int count) {
        lateness.received(List.of(weighing(ms)));
        String line = "sanse_lateness_seconds_bucket{feed=\"scales\",kind=\"weighing\",le=\"" + end + "\"} " + count;
        assertTrue(scraped().contains(line), this::scraped);
    }

    @Test
    void sumsAndLeavesProgressOut() {
        Observation progress = late(9_000, new Subject(SubjectType.FEED, "scales"), new Progress(NOON));
        lateness.received(List.of(weighing(1_500), progress, weighing(2_000)));
        assertTrue(
                scraped().contains("sanse_lateness_seconds_sum{feed=\"scales\",kind=\"weighing\"} 3.5"), this::scraped);
        assertTrue(
                scraped().contains("sanse_lateness_seconds_count{feed=\"scales\",kind=\"weighing\"} 2"), this::scraped);
        assertEquals(1, lateness.collect().getDataPoints().size());
    }
}
