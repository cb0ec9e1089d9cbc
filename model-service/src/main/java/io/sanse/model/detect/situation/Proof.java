package io.sanse.model.detect.situation;

import io.sanse.contract.detection.Evidence;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Evidence that is written down only when it is published: most of what operators look at never is.
 *
 * @param observation its id
 * @param written the evidence, made each time it is asked for
 */
public record Proof(UUID observation, Supplier<Evidence> written) {}
