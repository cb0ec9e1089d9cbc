package io.sanse.model.detect.fact;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.contract.observation.Reading.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a station's air: its own hours and those of the stations it is compared with.
 *
 * @param station MN
 * @param readings one per station and hour
 * @param newest newest own hour, ms
 * @param judgedFrom first hour that is not settled, ms
 */
public record StationFacts(String station, List<HourReading> readings, long newest, long judgedFrom) implements Facts {
    private static final long HOUR_MS = 3_600_000;
    private static final double MICROGRAMS_PER_MILLIGRAM = 1_000;

    /** How much older than the newest an hour may be that comes or is corrected, ms. */
    static final long LATENESS_MS = 24 * HOUR_MS;

    /** How far before an hour the values lie that it is compared with, ms. */
    static final long HISTORY_MS = 24 * HOUR_MS;

    public StationFacts {
        readings = List.copyOf(readings);
    }

    public static StationFacts none(String station) {
        return new StationFacts(station, List.of(), Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /** Whether an observation can say anything to the models of stations. */
    public static boolean concerns(Observation observation) {
        return observation.payload() instanceof Reading reading && reading.interval() == Interval.HOUR;
    }

    @Override
    public StationFacts with(Observation observation) {
        if (!concerns(observation)) {
            return this;
        }
        HourReading reading = reading(observation);
        if (reading.hour() < horizon()) {
            return this;
        }
        List<HourReading> all = new ArrayList<>(readings);
        for (HourReading known : readings) {
            if (known.isOf(reading)) {
                if (!reading.corrects(known)) {
                    return this;
                }
                all.remove(known);
            }
        }
        all.add(reading);
        boolean own = reading.station().equals(station);
        return new StationFacts(station, all, own ? Math.max(newest, reading.hour()) : newest, judgedFrom);
    }

    /** The stations that have told an hour. */
    public Set<String> stationsAt(long hour) {
        return readings.stream()
                .filter(reading -> reading.hour() == hour)
                .map(HourReading::station)
                .collect(Collectors.toSet());
    }

    private HourReading reading(Observation observation) {
        Map<String, Double> values = new HashMap<>();
        for (Factor factor : ((Reading) observation.payload()).factors()) {
            if (factor.value() != null && "N".equals(factor.flag())) {
                values.put(factor.code(), inMicrograms(factor));
            }
        }
        return new HourReading(
                speaker(observation),
                observation.observedAt().toEpochMilli(),
                observation.id(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                values);
    }

    /** Stations report one factor in different units: concentrations are compared in µg/m³. */
    private static double inMicrograms(Factor factor) {
        String unit = factor.unit() == null ? "" : factor.unit().toLowerCase(Locale.ROOT);
        return unit.startsWith("mg/m") ? factor.value() * MICROGRAMS_PER_MILLIGRAM : factor.value();
    }

    /** Whose reading it is: copies travel under the keys of others, but name the device that measured. */
    private static String speaker(Observation observation) {
        String device = observation.source().device();
        return Stream.concat(Stream.of(observation.subject()), observation.mentions().stream())
                .filter(subject -> subject.type() == SubjectType.STATION)
                .map(Subject::id)
                .filter(device::equals)
                .findFirst()
                .orElse(observation.subject().id());
    }

    @Override
    public StationFacts forget(long since) {
        long oldest = Math.min(horizon(), since);
        if (oldest == Long.MIN_VALUE) {
            return this;
        }
        List<HourReading> kept = readings.stream()
                .filter(reading -> reading.hour() >= oldest - (reading.station().equals(station) ? HISTORY_MS : 0))
                .toList();
        return new StationFacts(station, kept, newest, oldest);
    }

    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - LATENESS_MS;
    }

    @Override
    public boolean knowsNothing() {
        return readings.isEmpty();
    }
}
