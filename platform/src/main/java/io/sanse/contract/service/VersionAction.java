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
    /** Let what judged before a canary or live version judge again; refused when that is nothing. */
    ROLL_BACK,
    /** Let it judge no more; of a live version: the model judges no more. Of a canary or live version it is asked for by one person and agreed to by another. */
    RETIRE,
    /** Take back: of a canary or live version that its retirement was asked for, of one that never judged the draft itself, whose number stays taken. */
    WITHDRAW;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
