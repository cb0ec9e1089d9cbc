package io.sanse.ingest;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.List;

/** Observations to publish. */
public final class Observations {
    private Observations() {}

    public static Observation position(String plate, Instant observedAt) {
        Position position = new Position(42.5, 90, 60, null, null, true, false, false);
        return of(Subject.vehicle(plate), "gps-east", observedAt, new GeoPoint(120.02, 28.89), position);
    }

    public static Observation reading(String mn, Instant observedAt) {
        Reading.Factor factor = new Reading.Factor("a34004", 35.0, null, null, "ug/m3", "N");
        Reading reading = new Reading(Reading.Interval.HOUR, List.of(factor));
        return of(Subject.station(mn), "air-net", observedAt, null, reading);
    }

    public static Observation of(Subject subject, String feed, Instant observedAt, GeoPoint location, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), subject.id(), observedAt, ""),
                new Source(feed, "http", "tester"),
                subject,
                List.of(),
                observedAt,
                observedAt,
                location,
                payload);
    }
}
