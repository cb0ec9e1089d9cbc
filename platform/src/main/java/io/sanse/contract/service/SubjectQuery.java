package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import io.sanse.contract.access.StatedPurpose;

/**
 * One subject.
 *
 * @param caller on whose behalf
 * @param subject which
 * @param stated what for, which a person's record needs; may be null
 */
public record SubjectQuery(Caller caller, Subject subject, StatedPurpose stated) {
    /** Without a purpose. */
    public SubjectQuery(Caller caller, Subject subject) {
        this(caller, subject, null);
    }
}
