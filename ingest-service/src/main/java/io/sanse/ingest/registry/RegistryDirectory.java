package io.sanse.ingest.registry;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.ingest.decode.mapping.KnownStation;
import io.sanse.ingest.decode.mapping.KnownTerminal;
import io.sanse.ingest.session.DeviceDirectory;

/** Devices as the registry's snapshot knows them. */
public final class RegistryDirectory implements DeviceDirectory {
    private final RegistrySnapshot registry;

    public RegistryDirectory(RegistrySnapshot registry) {
        this.registry = registry;
    }

    @Override
    public KnownTerminal terminal(String phone) {
        return registry.vehicleOfTerminal(phone).map(this::terminal).orElse(null);
    }

    private KnownTerminal terminal(RegistryEntry entry) {
        Details.Vehicle vehicle = (Details.Vehicle) entry.details();
        return new KnownTerminal(
                vehicle.terminalPhone(),
                Subject.vehicle(entry.id()),
                vehicle.feed(),
                datum(vehicle.feed()),
                vehicle.authenticationCode());
    }

    /** WGS-84 for a feed that is not registered itself: what GNSS receivers give. */
    private Datum datum(String feed) {
        return registry.details(Details.Feed.class, RegistryKind.FEED, feed)
                .map(known -> Datum.valueOf(known.datum()))
                .orElse(Datum.WGS84);
    }

    @Override
    public KnownStation station(String deviceId) {
        return registry.details(Details.Station.class, RegistryKind.STATION, deviceId)
                .map(station -> new KnownStation(
                        Subject.station(deviceId),
                        station.feed(),
                        station.password(),
                        station.location(),
                        station.units(),
                        CrcVariant.valueOf(station.crc())))
                .orElse(null);
    }
}
