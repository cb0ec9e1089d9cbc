package io.sanse.contract.service;

import java.time.Instant;
import java.util.UUID;

/**
 * A backtest and how far it is.
 *
 * @param id of the order
 * @param user who ordered it
 * @param from period, inclusive
 * @param until period, exclusive
 * @param state how it stands
 * @param progress share of what is to be played, 0–1
 * @param orderedAt when it was ordered
 * @param endedAt when it ended, or null
 * @param reason why it failed, or null
 * @param result what came of it once it is done, or null
 */
public record BacktestJob(
        UUID id,
        String user,
        Instant from,
        Instant until,
        BacktestState state,
        double progress,
        Instant orderedAt,
        Instant endedAt,
        String reason,
        BacktestResult result) {}
