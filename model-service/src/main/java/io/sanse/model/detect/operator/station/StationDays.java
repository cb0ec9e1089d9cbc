package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.StationDay;
import io.sanse.model.detect.fact.StationDay.Digest;
import io.sanse.model.detect.fact.StationFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The days of a station and of those that it is compared with, as far as enough of their hours are known. */
final class StationDays {
    private static final int MIN_HOURS = 12;

    private final String station;
    private final Set<String> neighbours;
    private final Map<String, Map<Long, StationDay>> days = new HashMap<>();

    StationDays(StationFacts facts) {
        this.station = facts.station();
        this.neighbours = facts.neighbours();
        days.put(station, facts.daysOf(station));
        neighbours.forEach(other -> days.put(other, facts.daysOf(other)));
    }

    String station() {
        return station;
    }

    Set<String> neighbours() {
        return neighbours;
    }

    /** What the station measures, but what begins so. */
    Set<String> factors(List<String> ignored) {
        Set<String> factors = new TreeSet<>();
        days.get(station).values().forEach(day -> day.factors().keySet().stream()
                .filter(factor -> ignored.stream().noneMatch(factor::startsWith))
                .forEach(factors::add));
        return factors;
    }

    /** A factor over a day of a station, or null when too little of it is known. */
    Digest of(String station, String factor, long day) {
        StationDay known = days.get(station).get(day);
        Digest digest = known == null ? null : known.factors().get(factor);
        return digest == null || digest.hours() < MIN_HOURS ? null : digest;
    }

    /** The same of all neighbours of whom enough is known. */
    List<Digest> around(String factor, long day) {
        return neighbours.stream()
                .map(other -> of(other, factor, day))
                .filter(Objects::nonNull)
                .toList();
    }
}
