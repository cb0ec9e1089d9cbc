package io.sanse.model.detect.fact;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.contract.observation.Reading.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a station's air: its own hours and those of the stations it is compared with.
 *
 * @param station MN
 * @param readings one per station and hour
 * @param days the days before these, one per station and day
 * @param newest newest own hour, ms
 * @param judgedFrom first hour that is not settled, ms
 */
public record StationFacts(
        String station, List<HourReading> readings, List<StationDay> days, long newest, long judgedFrom)
        implements Facts {
    private static final long HOUR_MS = 3_600_000;
    private static final String WEATHER = "a01";
    private static final String WATER = "w";
    private static final double MICROGRAMS_PER_MILLIGRAM = 1_000;

    /** How much older than the newest an hour may be that comes or is corrected, ms. */
    static final long LATENESS_MS = 24 * HOUR_MS;

    /** How far before an hour the values lie that it is compared with, ms. */
    static final long HISTORY_MS = 24 * HOUR_MS;

    /** How long the hours of an episode that is not settled are kept, ms. */
    private static final long UNSETTLED_MS = 72 * HOUR_MS;

    /** How many days are kept after their hours. */
    private static final long DAYS = 30;

    public StationFacts {
        readings = List.copyOf(readings);
        // a state written before days were kept has none
        days = days == null ? List.of() : List.copyOf(days);
    }

    public static StationFacts none(String station) {
        return new StationFacts(station, List.of(), List.of(), Long.MIN_VALUE, Long.MIN_VALUE);
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
                reading = reading.insteadOf(known);
            }
        }
        all.add(reading);
        boolean own = reading.station().equals(station);
        return new StationFacts(station, all, days, own ? Math.max(newest, reading.hour()) : newest, judgedFrom);
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
        Map<String, String> flags = new HashMap<>();
        Set<String> doubled = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Factor factor : ((Reading) observation.payload()).factors()) {
            if (!told.add(factor.code())) {
                doubled.add(factor.code());
            } else if (!"N".equals(factor.flag())) {
                flags.put(factor.code(), factor.flag() == null ? "" : factor.flag());
            } else if (factor.value() != null && factor.value() < 0 && isConcentration(factor.code())) {
                flags.put(factor.code(), HourReading.BELOW_ZERO);
            } else if (factor.value() != null) {
                values.put(factor.code(), inMicrograms(factor));
            }
        }
        return new HourReading(
                speaker(observation),
                observation.observedAt().toEpochMilli(),
                observation.id(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                values,
                flags,
                doubled,
                Set.of());
    }

    /** Temperatures of air and potentials of water are below zero rightly. */
    private static boolean isConcentration(String code) {
        return !code.startsWith(WEATHER) && !code.startsWith(WATER);
    }

    /** Stations report one factor in different units: concentrations are compared in µg/m³. */
    static double inMicrograms(Factor factor) {
        String unit = factor.unit() == null ? "" : factor.unit().toLowerCase(Locale.ROOT);
        return unit.startsWith("mg/m") ? factor.value() * MICROGRAMS_PER_MILLIGRAM : factor.value();
    }

    /** Whose reading it is: copies travel under the keys of others, but name the device that measured. */
    static String speaker(Observation observation) {
        String device = observation.source().device();
        return Stream.concat(Stream.of(observation.subject()), observation.mentions().stream())
                .filter(subject -> subject.type() == SubjectType.STATION)
                .map(Subject::id)
                .filter(device::equals)
                .findFirst()
                .orElse(observation.subject().id());
    }

    /**
     * Whole days are let go, and what is worth knowing of them is kept. A condition that lasts does not keep its hours for ever: it goes on from those that are there.
     */
    @Override
    public StationFacts forget(long since) {
        if (newest == Long.MIN_VALUE) {
            return this;
        }
        long oldest = Math.max(Math.min(horizon(), since), newest - UNSETTLED_MS);
        long firstDay = StationDay.dayOf(oldest - HISTORY_MS);
        List<HourReading> kept = new ArrayList<>();
        Map<String, List<HourReading>> gone = new TreeMap<>();
        for (HourReading reading : readings) {
            long day = StationDay.dayOf(reading.hour());
            if (day >= firstDay) {
                kept.add(reading);
            } else {
                gone.computeIfAbsent(reading.station() + ' ' + day, none -> new ArrayList<>())
                        .add(reading);
            }
        }
        List<StationDay> all = new ArrayList<>(days);
        gone.values().forEach(hours -> all.add(StationDay.of(hours)));
        all.removeIf(day -> day.day() < firstDay - DAYS);
        return new StationFacts(station, kept, all, newest, Math.max(oldest, judgedFrom));
    }

    /** Stations, hours and factors are few, whoever tells of them. */
    @Override
    public StationFacts trimmed(Trim trim) {
        return this;
    }

    /** A station's days that are over and those whose hours are still known, as far as they have been told; by date. */
    public SortedMap<Long, StationDay> daysOf(String of) {
        return days(
                days.stream().filter(day -> day.station().equals(of)).toList(),
                readings.stream()
                        .filter(reading -> reading.station().equals(of))
                        .toList());
    }

    /** The same of every station that has told anything. */
    public Map<String, SortedMap<Long, StationDay>> daysByStation() {
        Map<String, List<StationDay>> over = days.stream().collect(Collectors.groupingBy(StationDay::station));
        Map<String, List<HourReading>> open = readings.stream().collect(Collectors.groupingBy(HourReading::station));
        Map<String, SortedMap<Long, StationDay>> all = new TreeMap<>();
        Stream.concat(over.keySet().stream(), open.keySet().stream())
                .distinct()
                .forEach(one ->
                        all.put(one, days(over.getOrDefault(one, List.of()), open.getOrDefault(one, List.of()))));
        return all;
    }

    private static SortedMap<Long, StationDay> days(List<StationDay> over, List<HourReading> hours) {
        SortedMap<Long, StationDay> all = new TreeMap<>();
        over.forEach(day -> all.put(day.day(), day));
        Map<Long, List<HourReading>> open = new TreeMap<>();
        hours.forEach(reading -> open.computeIfAbsent(StationDay.dayOf(reading.hour()), none -> new ArrayList<>())
                .add(reading));
        open.forEach((day, told) -> all.put(day, StationDay.of(told)));
        return all;
    }

    /** The stations that it is compared with, as far as they have told anything. */
    public Set<String> neighbours() {
        Set<String> others = new TreeSet<>();
        readings.forEach(reading -> others.add(reading.station()));
        days.forEach(day -> others.add(day.station()));
        others.remove(station);
        return others;
    }

    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - LATENESS_MS;
    }

    @Override
    public boolean knowsNothing() {
        return readings.isEmpty() && days.isEmpty();
    }
}
