package io.sanse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a caller may do; the claim {@code roles} of its token lists them in kebab case. */
public enum Role {
    /** Duty desk of the platform: sees every alert of its areas, dispatches, urges, transfers, closes. */
    OPERATOR,
    /** A department's officer: sees and works the alerts dispatched to the department. */
    DEPARTMENT_OFFICER,
    /** Goes there: signs, notifies, arrives, verifies. */
    FIELD_OFFICER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** A machine that delivers observations. */
    INTEGRATOR,
    /** The provincial platform's machine client: exchange only. */
    PROVINCE,
    /** Runs the platform: models, dead letters, unknown deliveries. */
    ADMIN;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
