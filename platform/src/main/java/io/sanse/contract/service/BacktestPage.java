package io.sanse.contract.service;

import java.util.List;

/**
 * Backtests without their results, newest first.
 *
 * @param items jobs
 * @param next cursor, or null at the end
 */
public record BacktestPage(List<BacktestJob> items, String next) {
    public BacktestPage {
        items = List.copyOf(items);
    }
}
