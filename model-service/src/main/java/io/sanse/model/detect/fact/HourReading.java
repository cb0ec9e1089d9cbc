package io.sanse.model.detect.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param flags flags of the factors that were not flagged normal, by factor code
 * @param doubled factor codes that were given twice
 * @param replaced observations that it corrects: when one of them comes again that is no news
 */
public record HourReading(
        String station,
        long hour,
        UUID id,
        long receivedAt,
        String feed,
        Map<String, Double> values,
        Map<String, String> flags,
        Set<String> doubled,
        Set<UUID> replaced) {
    /** The flag of a concentration below zero, as boxes report a fault that know no flags: it is no value that anything may be compared with. */
    public static final String BELOW_ZERO = "<0";

    public HourReading {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        // a state written before flags were kept has none
        flags = flags == null ? Map.of() : Map.copyOf(flags);
        doubled = doubled == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(doubled));
        replaced = replaced == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(replaced));
    }

    /** Without its other factors. */
    HourReading only(List<String> codes) {
        Map<String, Double> kept = new TreeMap<>(values);
        kept.keySet().retainAll(codes);
        return new HourReading(station, hour, id, receivedAt, feed, kept, Map.of(), Set.of(), Set.of());
    }

    boolean isOf(HourReading other) {
        return hour == other.hour && station.equals(other.station);
    }

    /** Of two readings of one hour the one that was received later is the correction. */
    boolean corrects(HourReading other) {
        if (id.equals(other.id) || other.replaced.contains(id)) {
            return false;
        }
        return receivedAt != other.receivedAt ? receivedAt > other.receivedAt : id.compareTo(other.id) > 0;
    }

    HourReading insteadOf(HourReading other) {
        Set<UUID> all = new TreeSet<>(other.replaced);
        all.add(other.id);
        return new HourReading(station, hour, id, receivedAt, feed, values, flags, doubled, all);
    }
}
