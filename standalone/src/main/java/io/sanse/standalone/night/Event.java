package io.sanse.standalone.night;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Reading;
import io.sanse.standalone.city.AirStation;
import io.sanse.standalone.city.Truck;
import java.time.Instant;
import java.util.List;

/** Something that somebody sends during the night. */
public sealed interface Event {
    /** When it is sent. */
    Instant at();

    /**
     * A truck's terminal sends one live fix (0x0200), or what it stored while out of coverage (0x0704).
     *
     * @param stored whether the fixes were stored
     * @param fixes one when live
     */
    record Transmission(Instant at, Truck truck, boolean stored, List<Fix> fixes) implements Event {
        public Transmission {
            fixes = List.copyOf(fixes);
        }
    }

    /**
     * A station sends values (HJ 212).
     *
     * @param dataTime the instant, or the start of the period
     * @param pm25 µg/m³
     * @param pm10 µg/m³
     * @param flag HJ 212 data flag
     */
    record Measurement(
            Instant at,
            AirStation station,
            Reading.Interval interval,
            Instant dataTime,
            double pm25,
            double pm10,
            String flag)
            implements Event {}

    /**
     * A department's system delivers a record over HTTP.
     *
     * @param observedAt when what it says happened
     * @param feed by which feed
     * @param device own id of the device, or null
     * @param location where, or null
     */
    record Upload(Instant at, Instant observedAt, String feed, String device, GeoPoint location, Payload payload)
            implements Event {}
}
