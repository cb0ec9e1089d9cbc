package io.sanse.model.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sanse.contract.detection.Detection;
import java.time.Duration;

/** Meters of detection. */
final class DetectionMetrics {
    private final MeterRegistry registry;
    private final Timer hop;

    DetectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.hop = Timer.builder("sanse_hop")
                .description("time between two steps of the road")
                .tag("hop", "observation-detection")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** {@code sanse_detections_total{model,change}}, and the time since the deciding observation was received. */
    void found(Detection detection) {
        registry.counter(
                        "sanse_detections_total",
                        "model",
                        detection.model(),
                        "change",
                        detection.change().text())
                .increment();
        Duration took = Duration.between(detection.receivedAt(), detection.detectedAt());
        hop.record(took.isNegative() ? Duration.ZERO : took);
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
