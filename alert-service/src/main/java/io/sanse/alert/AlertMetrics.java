package io.sanse.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sanse.alert.domain.event.Step;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code sanse_alerts_total{level}}: alerts raised, by their first level; {@code sanse_hop_seconds{hop="detection-alert"}}: detection on the topic to alert row. */
public final class AlertMetrics {
    private final InstantSource clock;
    private final Timer hop;
    private final Map<Level, Counter> raised = new EnumMap<>(Level.class);

    public AlertMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.hop = Timer.builder("sanse_hop")
                .tag("hop", "detection-alert")
                .publishPercentileHistogram()
                .register(registry);
        for (Level level : Level.values()) {
            raised.put(level, registry.counter("sanse_alerts_total", "level", level.text()));
        }
    }

    /** The effect of a detection that the broker has had since then is committed. */
    public void taken(Instant appendedAt) {
        Duration passed = Duration.between(appendedAt, clock.instant());
        hop.record(passed.isNegative() ? Duration.ZERO : passed);
    }

    void written(List<Step> steps) {
        steps.stream()
                .filter(step -> step.type() == AlertEventType.RAISED)
                .forEach(step -> raised.get(step.effect().level()).increment());
    }
}
