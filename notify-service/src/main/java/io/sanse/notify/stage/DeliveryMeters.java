package io.sanse.notify.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sanse.notify.domain.DeliveryState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code sanse_sms_total{state}}: deliveries that entered a state; {@code sanse_latency_seconds{hop="observation-to-sms"}}:
 * from the receipt of the observation behind an alert to the submit of its message.
 */
public final class DeliveryMeters {
    private final Map<DeliveryState, Counter> entered = new EnumMap<>(DeliveryState.class);
    private final Timer latency;

    public DeliveryMeters(MeterRegistry registry) {
        for (DeliveryState state : DeliveryState.values()) {
            entered.put(state, registry.counter("sanse_sms_total", "state", state.text()));
        }
        latency = Timer.builder("sanse_latency_seconds")
                .tag("hop", "observation-to-sms")
                .publishPercentileHistogram()
                .register(registry);
    }

    void entered(DeliveryState state, int times) {
        entered.get(state).increment(times);
    }

    void entered(DeliveryState state) {
        entered(state, 1);
    }

    void submitted(Duration sinceObservation) {
        entered(DeliveryState.SUBMITTED);
        if (sinceObservation != null) {
            latency.record(sinceObservation);
        }
    }
}
