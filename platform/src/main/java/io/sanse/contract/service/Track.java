package io.sanse.contract.service;

import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A track (轨迹).
 *
 * @param subject whose
 * @param segments stretches without a gap, oldest first; between two of them the vehicle was not seen
 */
public record Track(Subject subject, List<Segment> segments) {
    public Track {
        segments = List.copyOf(segments);
    }

    /** A stretch without a gap. */
    public record Segment(List<Point> points) {
        public Segment {
            points = List.copyOf(points);
        }
    }

    /**
     * One fix.
     *
     * @param observedAt when
     * @param longitude degrees, WGS-84
     * @param latitude degrees, WGS-84
     * @param speedKmh km/h, or null
     */
    public record Point(Instant observedAt, double longitude, double latitude, Double speedKmh) {}
}
