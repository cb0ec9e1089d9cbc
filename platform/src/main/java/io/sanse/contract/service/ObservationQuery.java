package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import java.time.Instant;

/**
 * Stored observations of a subject.
 *
 * @param caller on whose behalf
 * @param subject which
 * @param from event time, inclusive
 * @param until event time, exclusive
 * @param after cursor of the previous page, or null
 * @param limit 1–1000
 */
public record ObservationQuery(Caller caller, Subject subject, Instant from, Instant until, String after, int limit) {}
