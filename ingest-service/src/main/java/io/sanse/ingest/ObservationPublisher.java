package io.sanse.ingest;

import io.sanse.contract.observation.Observation;
import io.vertx.core.Future;
import java.util.List;

/** Where the protocols' edges hand over what they have decoded and named; it counts them. */
public interface ObservationPublisher {
    /**
     * Publishes observations, each under all of its subjects.
     *
     * @return completes when the broker has them all; fails with {@link io.sanse.runtime.failure.Unavailable} when that is not
     *     known, and then the same observations may be published again
     */
    Future<Void> publish(List<Observation> observations);

    /** Whether so much is on its way to the broker that nobody should read more: everybody waits, so that no way in starves the others. */
    boolean congested();

    /** Completes when senders may go on: at once when not congested. */
    Future<Void> drained();
}
