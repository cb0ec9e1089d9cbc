package io.sanse.contract.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is asked of a version of a model. */
public enum VersionAction {
    /** Play its table of cases. */
    TEST,
    /** Play the kept history and hold the result against the limits. */
    GATE,
    /** Let it judge beside the live version, alerting nobody. */
    SHADOW,
    /** Let it judge in some districts. */
    CANARY,
    /** Let it judge everywhere. */
    LIVE,
    /** Let it judge no more; of a live version: the model judges no more. */
    RETIRE;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
