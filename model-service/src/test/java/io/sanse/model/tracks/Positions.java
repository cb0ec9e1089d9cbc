package io.sanse.model.tracks;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.List;

/** Positions of trucks. */
final class Positions {
    private Positions() {}

    static Observation at(String plate, Instant observedAt) {
        return at(plate, observedAt, new GeoPoint(120.02, 28.89));
    }

    /** @param place null for a report without a fix */
    static Observation at(String plate, Instant observedAt, GeoPoint place) {
        return new Observation(
                ObservationId.of(Kind.POSITION, plate, observedAt, ""),
                new Source("gps-east", "jt808", "13800138000"),
                Subject.vehicle(plate),
                List.of(),
                observedAt,
                observedAt.plusSeconds(1),
                place,
                new Position(42.5, 90, 60, 1234.5, null, true, false, false));
    }
}
