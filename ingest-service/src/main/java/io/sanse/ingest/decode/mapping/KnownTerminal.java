package io.sanse.ingest.decode.mapping;

import io.sanse.contract.Subject;
import java.util.Objects;

/**
 * What the registry knows of a JT/T 808 terminal.
 *
 * @param phone terminal phone without leading zeros
 * @param vehicle the vehicle it is fitted to
 * @param feed its positioning provider
 * @param datum what its coordinates are in
 * @param authenticationCode what it has to show in 0x0102, null when none was given
 */
public record KnownTerminal(String phone, Subject vehicle, String feed, Datum datum, String authenticationCode) {
    public KnownTerminal {
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(vehicle, "vehicle");
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(datum, "datum");
    }
}
