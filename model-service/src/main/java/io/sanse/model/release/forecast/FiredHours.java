package io.sanse.model.release.forecast;

import java.time.Instant;
import java.util.List;

/**
 * What a version has raised lately.
 *
 * @param hours those with anything
 */
public record FiredHours(List<FiredHour> hours) {
    public FiredHours {
        hours = List.copyOf(hours);
    }

    /**
     * What it has raised in an hour.
     *
     * @param hour its beginning
     * @param raised detections of episodes that began since the version judges
     * @param lasting detections of what lasted already
     */
    public record FiredHour(Instant hour, long raised, long lasting) {}

    /** @param until exclusive, or null */
    FiredHour between(Instant from, Instant until) {
        long raised = 0;
        long lasting = 0;
        for (FiredHour one : hours) {
            if (!one.hour().isBefore(from) && (until == null || one.hour().isBefore(until))) {
                raised += one.raised();
                lasting += one.lasting();
            }
        }
        return new FiredHour(from, raised, lasting);
    }
}
