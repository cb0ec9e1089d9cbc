package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;

/**
 * Where a place meets the roads.
 *
 * @param road which road
 * @param metres how far behind the road's beginning the turning lies
 * @param gate where its own track ends: the middle of the place
 */
public record Access(Road road, double metres, GeoPoint gate) {
    GeoPoint turning() {
        return road.at(metres);
    }
}
