package io.sanse.model.cases;

import io.sanse.contract.observation.Observation;
import java.time.Instant;
import java.util.List;

/** Who hears a case. */
interface CaseListener {
    /**
     * Observations have come together, or the progress of a feed.
     *
     * @param now what the platform's clock shows
     */
    void arrived(List<Observation> observations, Instant now);

    /** The process dies: everything that is not in its memory is gone. */
    void restart();
}
