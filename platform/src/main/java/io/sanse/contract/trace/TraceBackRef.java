package io.sanse.contract.trace;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * A job.
 *
 * @param caller on whose behalf
 * @param id which
 */
public record TraceBackRef(Caller caller, UUID id) {}
