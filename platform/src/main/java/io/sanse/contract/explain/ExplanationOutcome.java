package io.sanse.contract.explain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a model says of a time. */
public enum ExplanationOutcome {
    /** A detection covers the time. */
    FIRED,
    /** It judged, and exactly one condition was missing. */
    NEAR_MISS,
    /** It judged and found no level. */
    NOT_FOUND,
    /** It could not judge. */
    UNDECIDED,
    /** There were observations, but no situation of the kind that it judges. */
    NO_SITUATION,
    /** Nothing is kept of the subject around that time. */
    NO_DATA;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static ExplanationOutcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
