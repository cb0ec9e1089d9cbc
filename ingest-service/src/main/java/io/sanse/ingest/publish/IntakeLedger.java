package io.sanse.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sanse.contract.Hints;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.ingest.catalogue.IntakeCounts;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What follows from the broker's acknowledgement: counts, the feeds' progress, the live map. Used from one context only. Meters:
 * {@code sanse_observations_total{protocol,kind}}, {@code sanse_intake_seconds}.
 */
final class IntakeLedger {
    private record Arrival(String protocol, Kind kind) {}

    private final Consumer<List<Observation>> progress;
    private final PositionSampler sampler;
    private final IntakeCounts counts;
    private final EventBus eventBus;
    private final InstantSource clock;
    private final Timer latency;
    private final MeterRegistry metrics;
    private final Map<Arrival, Counter> arrivals = new HashMap<>();

    IntakeLedger(
            ServiceContext context,
            Consumer<List<Observation>> progress,
            PositionSampler sampler,
            IntakeCounts counts) {
        this.progress = progress;
        this.sampler = sampler;
        this.counts = counts;
        this.eventBus = context.vertx().eventBus();
        this.clock = context.clock();
        this.metrics = context.metrics();
        this.latency = Timer.builder("sanse_intake_seconds")
                .description("from the protocol's edge to the broker's acknowledgement")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(context.metrics());
    }

    /** @param nanos how long they took, all together */
    void acknowledged(List<Observation> observations, long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        progress.accept(observations);
        for (Observation observation : observations) {
            counts.count(observation);
            arrivals.computeIfAbsent(new Arrival(observation.source().protocol(), observation.kind()), this::counter)
                    .increment();
            show(observation);
        }
    }

    private Counter counter(Arrival arrival) {
        return metrics.counter(
                "sanse_observations_total",
                "protocol",
                arrival.protocol(),
                "kind",
                arrival.kind().text());
    }

    private void show(Observation observation) {
        if (observation.payload() instanceof Position position
                && !position.resent()
                && observation.location() != null
                && observation.subject().type() == SubjectType.VEHICLE
                && sampler.take(observation.subject(), clock.millis())) {
            eventBus.publish(Hints.POSITIONS, hint(observation, position));
        }
    }

    private static JsonObject hint(Observation observation, Position position) {
        JsonObject hint = new JsonObject()
                .put("subject", observation.subject().toString())
                .put("longitude", observation.location().longitude())
                .put("latitude", observation.location().latitude())
                .put("observedAt", observation.observedAt().toString());
        return position.speedKmh() == null ? hint : hint.put("speedKmh", position.speedKmh());
    }
}
