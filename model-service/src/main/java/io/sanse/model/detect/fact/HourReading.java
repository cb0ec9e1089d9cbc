package io.sanse.model.detect.fact;

import java.util.Map;
import java.util.UUID;

/**
 * The hourly values of one station.
 *
 * @param station MN
 * @param hour start of the hour, ms
 * @param id of the observation
 * @param receivedAt when the platform got it, ms
 * @param feed its network
 * @param values by factor code: only those flagged normal; what is missing was not measured
 */
public record HourReading(
        String station, long hour, UUID id, long receivedAt, String feed, Map<String, Double> values) {
    public HourReading {
        values = Map.copyOf(values);
    }

    boolean isOf(HourReading other) {
        return hour == other.hour && station.equals(other.station);
    }

    /** Of two readings of one hour the one that was received later is the correction. */
    boolean corrects(HourReading other) {
        return receivedAt != other.receivedAt ? receivedAt > other.receivedAt : id.compareTo(other.id) > 0;
    }
}
