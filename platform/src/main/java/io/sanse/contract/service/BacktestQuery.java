package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Backtests that were ordered, newest first.
 *
 * @param caller on whose behalf
 * @param model only those that tell about this model, or null
 * @param after cursor, or null
 * @param limit 1–200
 */
public record BacktestQuery(Caller caller, String model, String after, int limit) {}
