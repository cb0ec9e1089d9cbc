/**
 * Backtests as jobs over the topics {@code observations} and {@code registry}. Fed by the gateway through {@code BacktestService}; what became of a job stands in PostgreSQL, so
 * that every node can tell and a node that dies leaves a clear state.
 */
package io.sanse.model.backtest.job;
