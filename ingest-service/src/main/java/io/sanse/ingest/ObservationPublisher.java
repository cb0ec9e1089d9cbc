package io.sanse.ingest;

import io.sanse.contract.observation.Observation;
import io.vertx.core.Future;
import java.util.List;

/** The way from a protocol's edge to the topic {@code observations}. May be called from any thread; futures complete on the caller's context. */
public interface ObservationPublisher {
    /**
     * Publishes each observation under its subject and under everyone that it mentions, a station's neighbours included. Order is kept per subject
     * between calls.
     *
     * @return completes when the broker has every copy; fails with {@link io.sanse.runtime.failure.Unavailable} when that is not known or too much is in
     *     flight: the device is not answered then and sends again
     */
    Future<Void> publish(List<Observation> observations);

    /** Whether so much is in flight that callers should stop reading from their peers until {@link #drained()}. */
    boolean congested();

    /** Completes when it is not congested, at once if it is not. */
    Future<Void> drained();
}
