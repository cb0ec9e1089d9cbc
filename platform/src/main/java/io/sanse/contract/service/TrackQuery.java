package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import java.time.Instant;

/**
 * A vehicle's track.
 *
 * @param caller on whose behalf
 * @param subject the vehicle
 * @param from event time, inclusive
 * @param until event time, exclusive
 */
public record TrackQuery(Caller caller, Subject subject, Instant from, Instant until) {}
