package io.sanse.model.trace.job;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Limits of trace-backs.
 *
 * @param concurrent how many run at a time on one node
 * @param waiting how many may wait, all nodes together
 * @param longestSpan longest span of event time
 * @param largestPlaceM largest distance of a place's edge from its middle, m
 * @param mostVehicles how many vehicles are named at most
 * @param keep how long a job is kept
 */
record TraceBackSettings(
        int concurrent, int waiting, Duration longestSpan, int largestPlaceM, int mostVehicles, Duration keep) {
    static TraceBackSettings from(Settings settings) {
        return new TraceBackSettings(
                settings.integer("model.trace-back.concurrent", 1, "trace-backs that run at a time on one node"),
                settings.integer("model.trace-back.waiting", 100, "trace-backs that may wait"),
                settings.duration("model.trace-back.longest-span", Duration.ofDays(31), "longest span of a trace-back"),
                settings.integer(
                        "model.trace-back.largest-place",
                        10_000,
                        "largest distance of a place's edge from its middle, m"),
                settings.integer("model.trace-back.most-vehicles", 100, "vehicles that a trace-back names at most"),
                settings.duration("model.trace-back.keep", Duration.ofDays(30), "how long a trace-back is kept"));
    }
}
