package io.sanse.notify.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.domain.DeliveryState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code sanse_sms_total{state}}: deliveries that entered a state; {@code sanse_notify_seconds}: from the receipt of the
 * observation behind an alert to the submit of its message; {@code sanse_sms_channel_open}: 1 while the operator can be
 * reached, else 0.
 */
public final class DeliveryMeters {
    private final Map<DeliveryState, Counter> entered = new EnumMap<>(DeliveryState.class);
    private final Timer latency;

    public DeliveryMeters(MeterRegistry registry) {
        for (DeliveryState state : DeliveryState.values()) {
            entered.put(state, registry.counter("sanse_sms_total", "state", state.text()));
        }
        latency = Timer.builder("sanse_notify_seconds")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** Watches whether the channel is open. */
    public void watch(MeterRegistry registry, SmsChannel channel) {
        Gauge.builder("sanse_sms_channel_open", channel, open -> open.isOpen() ? 1 : 0)
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
