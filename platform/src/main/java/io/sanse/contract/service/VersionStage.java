package io.sanse.contract.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a version of a model is in its life. */
public enum VersionStage {
    /** Written down; its text can be read. */
    DRAFT,
    /** Its table of cases passes. */
    TESTED,
    /** Its backtest over the kept history runs. */
    GATING,
    /** What it would put on people's desks is within the limits. */
    GATED,
    /** Judges beside the live version and alerts nobody (试运行). */
    SHADOW,
    /** Judges in some districts instead of the live version. */
    CANARY,
    /** Judges everywhere. */
    LIVE,
    /** Judges nowhere any more. */
    RETIRED;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
