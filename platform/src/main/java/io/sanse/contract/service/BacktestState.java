package io.sanse.contract.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a backtest. All but {@link #RUNNING} are final. */
public enum BacktestState {
    RUNNING,
    DONE,
    /** It could not be finished; the reason says why. */
    FAILED,
    CANCELLED,
    /** The node that ran it is gone: order it again. */
    INTERRUPTED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
