package io.sanse.contract.trace;

import io.sanse.contract.Caller;

/**
 * A trace-back to be made.
 *
 * @param caller on whose behalf
 * @param question what is asked
 * @param cause the alert that is asked about, or null
 */
public record TraceBackOrder(Caller caller, TraceBackQuestion question, TraceBackCause cause) {}
