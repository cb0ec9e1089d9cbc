package io.sanse.contract.trace;

import io.sanse.contract.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which vehicles could have been at a place in a span of time? The place is either a point with a radius or a polygon.
 *
 * @param point middle of the place, or null
 * @param radiusM radius around the point, m, or null
 * @param polygon outer ring, WGS-84, first point not repeated, or null
 * @param from event time, inclusive
 * @param until event time, exclusive
 * @param plausibleSpeedKmh no vehicle is believed to go faster, km/h; null: the platform's value
 * @param limit how many vehicles are named, or null: the platform's value
 */
public record TraceBackQuestion(
        GeoPoint point,
        Double radiusM,
        List<GeoPoint> polygon,
        Instant from,
        Instant until,
        Double plausibleSpeedKmh,
        Integer limit) {
    public TraceBackQuestion {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        polygon = polygon == null ? null : List.copyOf(polygon);
        if ((point == null) == (polygon == null) || (point == null) != (radiusM == null)) {
            throw new IllegalArgumentException("a place is either a point with a radius or a polygon");
        }
    }
}
