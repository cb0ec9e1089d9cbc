package io.sanse.notify.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What to make of a delivery after some of its parts changed.
 *
 * @param reason to show, or null
 * @param notBefore when it may be submitted again if parts are left
 * @param resendRed whether a red message whose fate is unknown is sent again, marked as such
 */
record Settlement(UUID id, String reason, Instant notBefore, boolean resendRed) {}
