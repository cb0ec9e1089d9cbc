package io.sanse.ingest.session;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.ingest.decode.mapping.KnownStation;
import io.sanse.ingest.decode.mapping.KnownTerminal;
import java.util.Map;

/** A registry of three terminals and two stations. */
public final class TestDirectory implements DeviceDirectory {
    public static final String TRUCK = "13912345678";
    public static final String GUARDED_TRUCK = "13900000001";
    public static final String OFFSET_TRUCK = "13900000002";
    public static final String CODE = "secret-1";
    public static final String STATION = "A110000_0001";
    public static final String MODBUS_STATION = "A110000_0002";

    private final Map<String, KnownTerminal> terminals = Map.of(
            TRUCK, new KnownTerminal(TRUCK, Subject.vehicle("浙GA1234"), "north", Datum.WGS84, null),
            GUARDED_TRUCK, new KnownTerminal(GUARDED_TRUCK, Subject.vehicle("浙GB0001"), "north", Datum.WGS84, CODE),
            OFFSET_TRUCK, new KnownTerminal(OFFSET_TRUCK, Subject.vehicle("浙GB0002"), "south", Datum.GCJ02, null));
    private final Map<String, KnownStation> stations = Map.of(
            STATION, station(STATION, CrcVariant.HJ212),
            MODBUS_STATION, station(MODBUS_STATION, CrcVariant.MODBUS));

    @Override
    public KnownTerminal terminal(String phone) {
        return terminals.get(phone);
    }

    @Override
    public KnownStation station(String deviceId) {
        return stations.get(deviceId);
    }

    private static KnownStation station(String deviceId, CrcVariant crc) {
        return new KnownStation(
                Subject.station(deviceId), "air", "123456", new GeoPoint(120, 29), Map.of("a34004", "ug/m3"), crc);
    }
}
