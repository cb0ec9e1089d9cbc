package io.sanse.contract.trace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a job has come. */
public enum TraceBackState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static TraceBackState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more will become of it. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
