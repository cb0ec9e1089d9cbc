package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * One backtest.
 *
 * @param caller on whose behalf
 * @param id of the order
 */
public record BacktestRef(Caller caller, UUID id) {}
