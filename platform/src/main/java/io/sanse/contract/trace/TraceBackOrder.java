package io.sanse.contract.trace;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * A trace-back to be made.
 *
 * @param caller on whose behalf
 * @param id made by the client: the same order twice is one job; null: each order is a job of its own
 * @param question what is asked
 * @param cause the alert that is asked about, or null
 */
public record TraceBackOrder(Caller caller, UUID id, TraceBackQuestion question, TraceBackCause cause) {}
