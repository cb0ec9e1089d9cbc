package io.sanse.contract.trace;

import io.sanse.contract.Subject;
import java.time.Instant;

/**
 * The episode that a trace-back belongs to: what an alert and a detection have in common.
 *
 * @param model model id
 * @param subject on whom
 * @param episodeStart event time at which the episode began
 */
public record TraceBackCause(String model, Subject subject, Instant episodeStart) {}
