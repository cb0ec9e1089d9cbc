package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of a station's day when its hours are let go.
 *
 * @param station MN
 * @param day date in Asia/Shanghai, days since the epoch
 * @param factors by factor code
 */
public record StationDay(String station, long day, Map<String, Digest> factors) {
    private static final String WIND_SPEED = "a01007";
    private static final String WIND_DIRECTION = "a01008";

    /** A night hour is kept when it is at least so many times the day's median. */
    private static final double PEAK = 2;

    public StationDay {
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }

    /**
     * A factor over a day.
     *
     * @param hours how many hours were measured
     * @param median of the hours
     * @param noise median of the steps from one hour to the next
     * @param peaks hours of the night that stand out
     */
    public record Digest(int hours, double median, double noise, List<Peak> peaks) {
        public Digest {
            peaks = List.copyOf(peaks);
        }
    }

    /**
     * An hour that stands out, with the wind that blew.
     *
     * @param reading the hour, without its other factors
     */
    public record Peak(HourReading reading) {}

    public static long dayOf(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), Nights.ZONE).toEpochDay();
    }

    /** @param hours of one station and day, at least one */
    static StationDay of(Collection<HourReading> hours) {
        List<HourReading> sorted = hours.stream()
                .sorted(Comparator.comparingLong(HourReading::hour))
                .toList();
        TreeSet<String> codes = new TreeSet<>();
        sorted.forEach(hour -> codes.addAll(hour.values().keySet()));
        Map<String, Digest> factors = new TreeMap<>();
        codes.forEach(code -> factors.put(code, digest(sorted, code)));
        return new StationDay(sorted.get(0).station(), dayOf(sorted.get(0).hour()), factors);
    }

    private static Digest digest(List<HourReading> hours, String code) {
        List<HourReading> with = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        for (HourReading hour : hours) {
            Double value = hour.values().get(code);
            if (value != null) {
                if (!values.isEmpty()) {
                    steps.add(Math.abs(value - values.get(values.size() - 1)));
                }
                values.add(value);
                with.add(hour);
            }
        }
        double median = Median.of(values);
        List<Peak> peaks = with.stream()
                .filter(hour -> median > 0 && hour.values().get(code) >= PEAK * median && Nights.contains(hour.hour()))
                .map(hour -> new Peak(hour.only(List.of(code, WIND_SPEED, WIND_DIRECTION))))
                .toList();
        return new Digest(values.size(), median, steps.isEmpty() ? 0 : Median.of(steps), peaks);
    }
}
