package io.sanse.model.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Meters of detection. */
final class DetectionMetrics {
    private static final Duration[] LATENESS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(7)
    };

    private final MeterRegistry registry;
    private final Timer hop;
    private final Map<Kind, Map<String, Timer>> lateness = new EnumMap<>(Kind.class);

    DetectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.hop = Timer.builder("sanse_hop")
                .description("time between two steps of the road")
                .tag("hop", "observation-detection")
                .publishPercentileHistogram()
                .register(registry);
        for (Kind kind : Kind.values()) {
            lateness.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** {@code sanse_lateness_seconds{kind,feed}}: how long after it was so an observation was received; each copy counts. */
    void received(List<Observation> observations) {
        for (Observation observation : observations) {
            Kind kind = observation.kind();
            if (kind != Kind.PROGRESS) {
                long late = observation.receivedAt().toEpochMilli()
                        - observation.observedAt().toEpochMilli();
                lateness.get(kind)
                        .computeIfAbsent(observation.source().feed(), feed -> lateness(kind, feed))
                        .record(Math.max(0, late), TimeUnit.MILLISECONDS);
            }
        }
    }

    private Timer lateness(Kind kind, String feed) {
        return Timer.builder("sanse_lateness")
                .description("from when something was so to when it was received")
                .tags("kind", kind.text(), "feed", feed)
                .serviceLevelObjectives(LATENESS)
                .register(registry);
    }

    /** {@code sanse_detections_total{model,change}}, and how long what made the models look was on its way. */
    void found(Detection detection, Instant now) {
        registry.counter(
                        "sanse_detections_total",
                        "model",
                        detection.model(),
                        "change",
                        detection.change().text())
                .increment();
        if (detection.change() == Change.RAISED) {
            Duration took = Duration.between(detection.detectedAt(), now);
            hop.record(took.isNegative() ? Duration.ZERO : took);
        }
    }

    /** {@code sanse_registry_changes{reader}}: a node that knows fewer than ingest-service does still judges by old registers. */
    RegistryView watched(RegistryView view) {
        registry.gauge("sanse_registry_changes", Tags.of("reader", "model-service"), view, RegistryView::changes);
        return view;
    }

    /** {@code sanse_undecided_total{model,reason}}. */
    void undecided(String model, String reason) {
        registry.counter("sanse_undecided_total", "model", model, "reason", reason)
                .increment();
    }

    /** {@code sanse_too_late_total}. */
    void tooLate(int reports) {
        registry.counter("sanse_too_late_total").increment(reports);
    }

    /** {@code sanse_rejected_total{protocol,reason}}. */
    void rejected(String reason) {
        registry.counter("sanse_rejected_total", "protocol", "kafka", "reason", reason)
                .increment();
    }
}
