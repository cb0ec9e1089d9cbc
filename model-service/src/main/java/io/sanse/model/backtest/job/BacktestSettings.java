package io.sanse.model.backtest.job;

import io.sanse.model.backtest.MessageForecast;
import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Limits of backtests.
 *
 * @param concurrent jobs that run at a time on all nodes together
 * @param longest period of one job
 * @param timeLimit after which a job is given up
 * @param warmUp how long before its period play begins unless the order says
 * @param kept how long the result of a job is kept
 * @param messages short messages that an alert makes
 */
public record BacktestSettings(
        int concurrent,
        Duration longest,
        Duration timeLimit,
        Duration warmUp,
        Duration kept,
        MessageForecast messages) {
    public static BacktestSettings from(Settings settings) {
        MessageForecast usual = MessageForecast.DEFAULT;
        return new BacktestSettings(
                settings.integer("model.backtest.concurrent", 1, "backtests that run at a time, on all nodes"),
                settings.duration("model.backtest.longest", Duration.ofDays(31), "longest period of a backtest"),
                settings.duration("model.backtest.time.limit", Duration.ofHours(2), "a backtest is given up after it"),
                settings.duration(
                        "model.backtest.warm.up", Duration.ofHours(48), "play begins so long before the period"),
                settings.duration("model.backtest.kept", Duration.ofDays(30), "how long a backtest's result is kept"),
                new MessageForecast(
                        settings.integer("model.backtest.messages.blue", usual.blue(), "SMS that a blue alert makes"),
                        settings.integer(
                                "model.backtest.messages.yellow", usual.yellow(), "SMS that a yellow alert makes"),
                        settings.integer("model.backtest.messages.red", usual.red(), "SMS that a red alert makes")));
    }
}
