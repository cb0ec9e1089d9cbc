package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.time.Instant;

/**
 * What became of the alerts of models.
 *
 * @param caller on whose behalf; only alerts that it may see are counted
 * @param from earliest raising, inclusive, or null
 * @param until latest raising, exclusive, or null
 */
public record OutcomeQuery(Caller caller, Instant from, Instant until) {}
