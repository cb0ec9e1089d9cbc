package io.sanse.model.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.watch.Lateness;
import java.time.Duration;
import java.time.Instant;

/** Meters of detection. */
final class DetectionMetrics {
    private final MeterRegistry registry;
    private final Timer hop;
    private final Lateness lateness;

    /** @param lateness is told of what is received */
    DetectionMetrics(MeterRegistry registry, Lateness lateness) {
        this.registry = registry;
        this.lateness = lateness;
        this.hop = Timer.builder("sanse_hop")
                .description("time between two steps of the road")
                .tag("hop", "observation-detection")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** How late observations come. */
    Lateness lateness() {
        return lateness;
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

    /**
     * {@code sanse_interpreted_expressions}: how many expressions of the newest models are not compiled; nothing but a second after the start or by what they use.
     * {@code sanse_unreadable_versions}: how many published versions do not judge, because nothing can read them any more.
     */
    ReleasedModels watched(ReleasedModels models) {
        registry.gauge(
                "sanse_interpreted_expressions",
                models,
                present -> ModelCompiler.interpreted(present.at(Long.MAX_VALUE)));
        registry.gauge("sanse_unreadable_versions", models, ReleasedModels::unreadable);
        return models;
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

    /** {@code sanse_facts_cut_total{book}}. */
    void tooMany(String book, int entries) {
        registry.counter("sanse_facts_cut_total", "book", book).increment(entries);
    }

    /** {@code sanse_rejected_total{protocol,reason}}. */
    void rejected(String reason) {
        registry.counter("sanse_rejected_total", "protocol", "kafka", "reason", reason)
                .increment();
    }
}
