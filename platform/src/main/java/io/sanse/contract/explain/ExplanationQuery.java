package io.sanse.contract.explain;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import java.time.Instant;

/**
 * Asks why a model said something, or nothing.
 *
 * @param caller on whose behalf
 * @param model model id
 * @param subject on whom
 * @param at event time
 */
public record ExplanationQuery(Caller caller, String model, Subject subject, Instant at) {}
