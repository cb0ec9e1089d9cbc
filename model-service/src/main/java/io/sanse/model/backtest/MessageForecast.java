package io.sanse.model.backtest;

import io.sanse.contract.Level;

/**
 * How many short messages an alert makes on average, by its level. By the default policy of notify-service a blue alert reminds one, a yellow one is dispatched to a lead and
 * members, a red one is urged and supervised as well.
 *
 * @param blue messages per blue alert
 * @param yellow messages per yellow alert
 * @param red messages per red alert
 */
public record MessageForecast(int blue, int yellow, int red) {
    public static final MessageForecast DEFAULT = new MessageForecast(1, 3, 6);

    int of(Level level) {
        return switch (level) {
            case BLUE -> blue;
            case YELLOW -> yellow;
            case RED -> red;
        };
    }
}
