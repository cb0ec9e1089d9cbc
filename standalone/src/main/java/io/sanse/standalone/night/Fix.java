package io.sanse.standalone.night;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.LoadState;
import java.time.Instant;

/**
 * What a truck's terminal measures at one moment.
 *
 * @param point WGS-84
 * @param speedKmh km/h
 * @param directionDeg degrees clockwise from north
 * @param powerCut main power was just cut (alarm bit 8)
 */
public record Fix(
        Instant observedAt,
        GeoPoint point,
        double speedKmh,
        int directionDeg,
        LoadState load,
        boolean ignitionOn,
        boolean powerCut) {
    Fix movedTo(GeoPoint other) {
        return new Fix(observedAt, other, speedKmh, directionDeg, load, ignitionOn, powerCut);
    }

    Fix withPowerCut() {
        return new Fix(observedAt, point, speedKmh, directionDeg, load, ignitionOn, true);
    }
}
