package io.sanse.ingest;

import io.sanse.contract.observation.Observation;
import io.vertx.core.Future;
import java.util.List;

/** Where the protocols' edges hand over what they have decoded and named; it counts them. */
@FunctionalInterface
public interface ObservationPublisher {
    /**
     * Publishes observations, each under all of its subjects.
     *
     * @return completes when the broker has them all; fails with {@link io.sanse.runtime.failure.Unavailable} when that is not
     *     known, and then the same observations may be published again
     */
    Future<Void> publish(List<Observation> observations);
}
