package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.StationDay;
import io.sanse.model.detect.fact.StationDay.Digest;
import io.sanse.model.detect.fact.StationFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The days of a station and of those that it is compared with, as far as enough of their hours are known. */
final class StationDays {
    private static final int MIN_HOURS = 12;

    private final String station;
    private final Set<String> neighbours;
    private final Map<String, SortedMap<Long, StationDay>> days;
    private final Map<Asked, Optional<Beside>> known = new HashMap<>();

    StationDays(StationFacts facts) {
        this.station = facts.station();
        this.neighbours = facts.neighbours();
        this.days = facts.daysByStation();
        days.putIfAbsent(station, new TreeMap<>());
    }

    String station() {
        return station;
    }

    Set<String> neighbours() {
        return neighbours;
    }

    /**
     * A day on which enough is known of a station and of those around it.
     *
     * @param own the station's median
     * @param around the median of the neighbours' medians
     */
    record Beside(double own, double around) {}

    /** The same day is asked about once for each of the days after it. */
    private record Asked(String factor, long day, int least) {}

    /** A factor's day beside that of the neighbours, or null when fewer than these are known. */
    Beside beside(String factor, long day, int least) {
        return known.computeIfAbsent(new Asked(factor, day, least), this::beside)
                .orElse(null);
    }

    private Optional<Beside> beside(Asked asked) {
        Digest own = of(station, asked.factor(), asked.day());
        List<Digest> around = own == null ? List.of() : around(asked.factor(), asked.day());
        return around.isEmpty() || around.size() < asked.least()
                ? Optional.empty()
                : Optional.of(new Beside(
                        own.median(),
                        Median.of(around.stream().map(Digest::median).toList())));
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
    private List<Digest> around(String factor, long day) {
        return neighbours.stream()
                .map(other -> of(other, factor, day))
                .filter(Objects::nonNull)
                .toList();
    }
}
