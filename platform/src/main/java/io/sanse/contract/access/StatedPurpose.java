package io.sanse.contract.access;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;

/**
 * What for a caller wants a record; members that were not given are null.
 *
 * @param purpose from the closed list
 * @param reference number of the alert, case, manifest or application that it is about
 * @param reason in the caller's words
 */
public record StatedPurpose(AccessPurpose purpose, String reference, String reason) {
    public static final StatedPurpose NONE = new StatedPurpose(null, null, null);

    /** Whether everything is said. */
    public boolean complete() {
        return purpose != null && reference != null && reason != null;
    }

    /** Whether the caller may be given what is registered of persons: operators and officers of departments, for a purpose. */
    public static boolean opens(Caller caller, StatedPurpose stated) {
        return reads(caller) && stated != null && stated.complete();
    }

    /** Whether the caller's role may read what is registered of persons, for a purpose. */
    public static boolean reads(Caller caller) {
        return caller.has(Role.OPERATOR) || caller.has(Role.DEPARTMENT_OFFICER);
    }
}
