package io.sanse.notify.domain;

import io.sanse.notify.policy.Template;

/**
 * Somebody to be told something, before it is known how to reach them.
 *
 * @param id of the vehicle, enterprise or department; of the alert for {@link Reach#TOLD}; a subject for {@link
 *     Reach#NOBODY}
 */
public record Target(Template template, Reach reach, String id) {
    /** How contacts are found. */
    public enum Reach {
        /** A vehicle's driver and its carrier. */
        VEHICLE,
        ENTERPRISE,
        /** A department's duty desk. */
        DEPARTMENT,
        /** A department's leader on duty. */
        LEADER,
        /** Every officer of a department. */
        OFFICERS,
        /** Everybody told of the alert so far. */
        TOLD,
        /** A subject that nobody can be reached for: kept, so that it is seen. */
        NOBODY
    }
}
