package io.sanse.contract.observation;

import java.util.Objects;

/**
 * Where an observation came from.
 *
 * @param feed the provider whose silence is told apart from a subject's silence: a positioning provider, a department's interface, a station network
 * @param protocol {@code jt808}, {@code hj212}, {@code http}
 * @param device the device's own id (terminal phone, MN, camera id) or the integrator's user
 */
public record Source(String feed, String protocol, String device) {
    public Source {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(device, "device");
    }
}
