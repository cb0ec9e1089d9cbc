package io.sanse.auth;

import io.sanse.contract.Caller;
import java.time.Instant;

/**
 * A verified token.
 *
 * @param caller on whose behalf
 * @param expiresAt when the token ends: nothing may be answered to it later
 */
public record Identity(Caller caller, Instant expiresAt) {}
