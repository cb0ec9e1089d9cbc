package io.sanse.model.detect.oracle;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.util.List;

/** A random feed, and what one model is to say about it. */
interface Oracle {
    /** The model's id. */
    String model();

    /** What is registered. */
    List<RegistryEntry> registry();

    /** The whole feed, in no order. */
    List<Observation> observations();

    /** When the last clock is read, behind the beginning of the feed. */
    Duration length();

    /** How late an observation may come. */
    Duration latest();

    /** What stands at the end. */
    List<Told> expected();
}
