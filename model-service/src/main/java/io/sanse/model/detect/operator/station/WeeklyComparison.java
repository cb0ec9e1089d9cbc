package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.fact.StationDay;
import io.sanse.model.detect.fact.StationDay.Digest;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.operator.station.SensorQuality.Doubt;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the last weeks of a station with those of its neighbours, factor by factor. What is common to all channels of a box lies in the box. */
final class WeeklyComparison {
    private static final int WEEK = 7;
    private static final int WEEKS = 4;
    private static final int MIN_DAYS = 5;
    private static final int MIN_HOURS = 12;

    private final Question question;
    private final String station;
    private final Set<String> neighbours;
    private final Map<String, Map<Long, StationDay>> days = new HashMap<>();

    WeeklyComparison(Question question, StationFacts facts) {
        this.question = question;
        this.station = facts.station();
        this.neighbours = facts.neighbours();
        days.put(station, facts.daysOf(station));
        neighbours.forEach(other -> days.put(other, facts.daysOf(other)));
    }

    /** What the complete days before a day let doubt. */
    List<Doubt> before(long day) {
        List<Doubt> doubts = new ArrayList<>();
        Set<String> factors = days.get(station).values().stream()
                .flatMap(one -> one.factors().keySet().stream())
                .filter(factor ->
                        question.parameters().texts("ignored").stream().noneMatch(factor::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        add("noise", factors, factor -> timesNeighbours(factor, day, Digest::noise), doubts);
        add("drift", factors, factor -> drift(factor, day), doubts);
        return doubts;
    }

    /** The doubt is as strong as the weakest of as many factors as must share it. */
    private void add(String fault, Set<String> factors, Function<String, Double> times, List<Doubt> doubts) {
        Map<String, Double> known = new HashMap<>();
        factors.forEach(factor -> {
            Double value = times.apply(factor);
            if (value != null) {
                known.put(factor, value);
            }
        });
        int shared = Math.min(question.parameters().count("minFactors"), known.size());
        known.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(Math.max(0, shared - 1))
                .findFirst()
                .ifPresent(one -> doubts.add(new Doubt(fault, one.getKey(), 0, one.getValue(), List.of())));
    }

    /** How many times what it was four weeks ago the ratio to the neighbours is, or its inverse; 1 when it does not go one way. */
    private Double drift(String factor, long day) {
        List<Double> ratios = new ArrayList<>();
        for (int week = WEEKS - 1; week >= 0; week--) {
            ratios.add(timesNeighbours(factor, day - (long) week * WEEK, Digest::median));
        }
        if (ratios.stream().anyMatch(ratio -> ratio == null || ratio == 0)) {
            return null;
        }
        boolean up = isSorted(ratios, Comparator.naturalOrder());
        boolean down = isSorted(ratios, Comparator.reverseOrder());
        double change = ratios.get(WEEKS - 1) / ratios.get(0);
        return up || down ? Math.max(change, 1 / change) : 1.0;
    }

    private static boolean isSorted(List<Double> values, Comparator<Double> order) {
        return values.equals(values.stream().sorted(order).toList());
    }

    /** The week before a day against the median of the neighbours' same week, or null when too little is known. */
    private Double timesNeighbours(String factor, long day, Function<Digest, Double> value) {
        Double ours = week(station, factor, day, value);
        List<Double> theirs = neighbours.stream()
                .map(other -> week(other, factor, day, value))
                .filter(Objects::nonNull)
                .toList();
        if (ours == null || theirs.size() < question.parameters().count("minNeighbours")) {
            return null;
        }
        double median = Median.of(theirs);
        return median > 0 ? (Double) (ours / median) : null;
    }

    private Double week(String of, String factor, long day, Function<Digest, Double> value) {
        Collection<Double> values = new ArrayList<>();
        for (long one = day - WEEK; one < day; one++) {
            StationDay known = days.get(of).get(one);
            Digest digest = known == null ? null : known.factors().get(factor);
            if (digest != null && digest.hours() >= MIN_HOURS) {
                values.add(value.apply(digest));
            }
        }
        return values.size() < MIN_DAYS ? null : (Double) Median.of(values);
    }
}
