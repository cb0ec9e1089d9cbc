package io.sanse.ingest.access;

/**
 * How often a caller may still be refused in a minute: pure. A question takes a place before it is asked and keeps it when it is refused.
 *
 * @param minute since 1970
 * @param taken places
 * @param told whether it is written down that there were none left
 */
record Places(long minute, int taken, boolean told) {
    static final int MOST = 20;

    /** The same at a time; a node whose clock is behind counts in the newest minute, so that none begins twice. */
    Places at(long now) {
        return now > minute ? new Places(now, 0, false) : this;
    }

    boolean isLeft() {
        return taken < MOST;
    }

    /** After one more question. */
    Places next() {
        return isLeft() ? new Places(minute, taken + 1, told) : new Places(minute, taken, true);
    }
}
