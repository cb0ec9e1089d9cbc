package io.sanse.model.trace.domain;

/**
 * A time of more than an hour in which a vehicle was not seen.
 *
 * @param before the last sight before, or null when there is none
 * @param after the first sight after, or null when there is none yet
 */
public record TrackGap(Sight before, Sight after) {
    private static final long SHORTEST_MS = 3_600_000;

    /** Whether the time between two consecutive sights is a gap. */
    static boolean between(Sight before, Sight after) {
        return after.at() - before.at() > SHORTEST_MS;
    }
}
