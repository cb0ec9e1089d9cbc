package io.sanse.model.route.domain;

import io.sanse.contract.GeoPoint;
import java.util.List;

/**
 * A trip that was picked up and received.
 *
 * @param manifest its number
 * @param pair from where to where
 * @param vehicle id of the vehicle
 * @param receivedAt when it was received, ms
 * @param path from the one's premises to the other's, thinned out, at least two points
 */
public record ClosedTrip(String manifest, Pair pair, String vehicle, long receivedAt, List<GeoPoint> path) {
    public ClosedTrip {
        path = List.copyOf(path);
    }
}
