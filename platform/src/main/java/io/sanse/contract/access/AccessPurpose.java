package io.sanse.contract.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person's record may be read for. The list is closed: what is not here is no reason. */
public enum AccessPurpose {
    /** 预警处置: dealing with an alert; the reference is the id of one that rests on the person. */
    ALERT_HANDLING,
    /** 案件侦办: a case; the reference is its number. */
    CASE_INVESTIGATION,
    /** 资质核查: whether somebody may drive or escort; the reference is the manifest's or the check's number. */
    QUALIFICATION_CHECK,
    /** 本人申请: the person asks what is known of it (personal information protection law art. 45); the reference is the application's number. */
    SUBJECT_REQUEST;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no purpose has this name */
    @JsonCreator
    public static AccessPurpose of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
