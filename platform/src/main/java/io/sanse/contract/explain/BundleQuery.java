package io.sanse.contract.explain;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import io.sanse.contract.access.StatedPurpose;
import java.time.Instant;

/**
 * Asks for the bundle of a detection.
 *
 * @param caller on whose behalf
 * @param model model id
 * @param subject on whom
 * @param episodeStart start of its episode by any of its words, event time
 * @param stated what for, which a bundle that rests on persons needs; may be null
 */
public record BundleQuery(Caller caller, String model, Subject subject, Instant episodeStart, StatedPurpose stated) {}
