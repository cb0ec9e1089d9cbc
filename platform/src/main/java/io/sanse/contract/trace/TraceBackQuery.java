package io.sanse.contract.trace;

import io.sanse.contract.Caller;

/**
 * Jobs, newest first.
 *
 * @param caller on whose behalf
 * @param cause only those of this episode, or null
 * @param limit 1–200
 */
public record TraceBackQuery(Caller caller, TraceBackCause cause, int limit) {}
