package io.sanse.model.backtest;

import io.sanse.contract.observation.Observation;
import java.time.Instant;
import java.util.List;

/**
 * Observations that came together: the content of one frame.
 *
 * @param at when the platform had them
 * @param observations in their order
 */
public record Arrival(Instant at, List<Observation> observations) {}
