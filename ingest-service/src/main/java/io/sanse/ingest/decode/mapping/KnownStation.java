package io.sanse.ingest.decode.mapping;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.ingest.decode.hj212.CrcVariant;
import java.util.Map;
import java.util.Objects;

/**
 * What the registry knows of an HJ 212 station.
 *
 * @param subject the station; its id is the MN
 * @param feed the network it belongs to
 * @param password PW that its packets carry, null when none is asked for
 * @param location where it stands, or null
 * @param units unit of each factor code
 * @param crc how it computes its check value
 */
public record KnownStation(
        Subject subject, String feed, String password, GeoPoint location, Map<String, String> units, CrcVariant crc) {
    public KnownStation {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(crc, "crc");
        units = Map.copyOf(units);
    }
}
