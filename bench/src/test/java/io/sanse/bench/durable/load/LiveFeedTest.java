package io.sanse.bench.durable.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two rounds of thirty vehicles with a manifest at every second report. */
class LiveFeedTest {
    private static final int VEHICLES = 30;
    private static final int REPORTS = 2 * VEHICLES;
    private static final int MANIFESTS = REPORTS / 2;
    private static final int RECEIVED = MANIFESTS - 10;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final LiveFeed feed = new LiveFeed(VEHICLES, new Lanes(producer, 4));
    private List<Observation> all;

    @BeforeEach
    void report() {
        feed.probeEvery(2);
        feed.report(REPORTS);
        feed.flush();
        all = producer.history().stream()
                .flatMap(frame -> ObservationFrames.decode(frame.value()).observations().stream())
                .toList();
    }

    @Test
    void eachVehicleReportsEveryThirtySeconds() {
        Map<String, List<Instant>> times = all.stream()
                .filter(observation -> observation.payload() instanceof Position)
                .collect(Collectors.groupingBy(
                        observation -> observation.subject().id(),
                        Collectors.mapping(Observation::observedAt, Collectors.toList())));
        assertEquals(VEHICLES, times.size());
        times.values().forEach(two -> assertEquals(Duration.ofSeconds(30), Duration.between(two.get(0), two.get(1))));
    }

    @Test
    void eachProbeIsAManifestThatWasPickedUpBefore() {
        assertEquals(RECEIVED, feed.probes().all().size());
        for (SubjectType type : List.of(SubjectType.MANIFEST, SubjectType.VEHICLE)) {
            assertEquals(MANIFESTS, count(type, ManifestStep.Step.PICKED_UP));
            assertEquals(RECEIVED, count(type, ManifestStep.Step.RECEIVED));
        }
    }

    private long count(SubjectType type, ManifestStep.Step step) {
        return all.stream()
                .filter(observation -> observation.subject().type() == type)
                .filter(observation -> observation.payload() instanceof ManifestStep paper && paper.step() == step)
                .count();
    }

    @Test
    void theFeedsTellHowFarTheyAre() {
        assertTrue(all.stream().anyMatch(observation -> observation.payload() instanceof Progress));
    }
}
