package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.StationDay.Digest;
import io.sanse.model.detect.operator.station.SensorQuality.Doubt;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares how noisy the last week of a station was with that of its neighbours, factor by factor. What is common to all channels of a box lies in the box. */
final class WeeklyComparison {
    private static final int WEEK = 7;
    private static final int MIN_DAYS = 5;

    private final Question question;
    private final StationDays days;

    WeeklyComparison(Question question, StationDays days) {
        this.question = question;
        this.days = days;
    }

    /** How far noisier than its neighbours the complete days before a day were: as far as the weakest of as many factors as must share it; null when too little is known. */
    Doubt before(long day) {
        Map<String, Double> known = new HashMap<>();
        days.factors(question.parameters().texts("ignored")).forEach(factor -> {
            Double times = timesNeighbours(factor, day);
            if (times != null) {
                known.put(factor, times);
            }
        });
        int shared = Math.min(question.parameters().count("minFactors"), known.size());
        return known.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(Math.max(0, shared - 1))
                .findFirst()
                .map(one -> new Doubt("noise", one.getKey(), 0, one.getValue(), List.of()))
                .orElse(null);
    }

    /** The week before a day against the median of the neighbours' same week, or null when too little is known. */
    private Double timesNeighbours(String factor, long day) {
        Double ours = week(days.station(), factor, day);
        List<Double> theirs = days.neighbours().stream()
                .map(other -> week(other, factor, day))
                .filter(Objects::nonNull)
                .toList();
        if (ours == null || theirs.size() < question.parameters().count("minNeighbours")) {
            return null;
        }
        double median = Median.of(theirs);
        return median > 0 ? (Double) (ours / median) : null;
    }

    private Double week(String station, String factor, long day) {
        List<Double> noises = new ArrayList<>();
        for (long one = day - WEEK; one < day; one++) {
            Digest known = days.of(station, factor, one);
            if (known != null) {
                noises.add(known.noise());
            }
        }
        return noises.size() < MIN_DAYS ? null : (Double) Median.of(noises);
    }
}
