/**
 * Backtest, pure: a history of arrivals, played through the same detection as live operation, with a memory of its own, and what came of it counted and compared. Fed by
 * {@code job} (the topic {@code observations}) and {@code file} (files of observations).
 */
package io.sanse.model.backtest;
