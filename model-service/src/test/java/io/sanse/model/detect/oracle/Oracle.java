package io.sanse.model.detect.oracle;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.util.List;

/** What one model is to say about a random feed. */
interface Oracle {
    /**
     * A feed and how it may be disturbed.
     *
     * @param model the id of the model that is asked
     * @param registry what is registered
     * @param observations the whole feed, in no order
     * @param length when the last clock is read, behind the beginning of the feed
     * @param latest how late an observation may come
     */
    record Trial(
            String model,
            List<RegistryEntry> registry,
            List<Observation> observations,
            Duration length,
            Duration latest) {}

    Trial trial();

    /** What stands at the end. */
    List<Told> expected();
}
