package io.sanse.gateway.api;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackQuestion;
import java.time.Instant;
import java.util.List;

/** Body of a trace-back: the members of {@link TraceBackQuestion}, which refuses what is no place, and of what alert it is asked, or null. */
record TraceBackBody(
        GeoPoint point,
        Double radiusM,
        List<GeoPoint> polygon,
        Instant from,
        Instant until,
        Double plausibleSpeedKmh,
        Integer limit,
        TraceBackCause cause) {
    TraceBackBody {
        polygon = new TraceBackQuestion(point, radiusM, polygon, from, until, plausibleSpeedKmh, limit).polygon();
    }

    TraceBackQuestion question() {
        return new TraceBackQuestion(point, radiusM, polygon, from, until, plausibleSpeedKmh, limit);
    }
}
