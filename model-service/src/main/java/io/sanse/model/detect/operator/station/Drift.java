package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.Median;
import io.sanse.model.detect.operator.station.SensorQuality.Doubt;
import io.sanse.model.detect.operator.station.StationDays.Beside;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a station has gone away from its neighbours, steadily, over four weeks and with most of its channels. Told is by how many times the neighbours' level it has: a box that drifts by the same amount each
 * month is found in its first month and in its tenth. What a station shows in proportion to its region, and what it always shows more or less than its region, comes and goes with the weather: both the difference to the
 * neighbours and the ratio must have changed, and the lesser change counts.
 */
final class Drift {
    private static final int SPAN = 28;
    private static final int MIN_DAYS = 20;

    private final Question question;
    private final StationDays days;

    /**
     * A channel or several against the neighbours, in times of their usual level.
     *
     * @param gaps what it shows more than they do, by day
     * @param ratios what it shows divided by what they do, by day
     */
    private record Course(SortedMap<Long, Double> gaps, SortedMap<Long, Double> ratios) {
        static Course none() {
            return new Course(new TreeMap<>(), new TreeMap<>());
        }

        /** What most of the channels show: what all share lies in the box, not in the air. */
        static Course common(Iterable<Course> channels) {
            Map<Long, List<Double>> gaps = new HashMap<>();
            Map<Long, List<Double>> ratios = new HashMap<>();
            for (Course channel : channels) {
                channel.gaps.forEach((day, gap) ->
                        gaps.computeIfAbsent(day, none -> new ArrayList<>()).add(gap));
                channel.ratios.forEach((day, ratio) ->
                        ratios.computeIfAbsent(day, none -> new ArrayList<>()).add(ratio));
            }
            Course common = none();
            gaps.forEach((day, values) -> common.gaps.put(day, Median.of(values)));
            ratios.forEach((day, values) -> common.ratios.put(day, Median.of(values)));
            return common;
        }

        /** How far it has gone one way within the span, below zero when downwards; zero when only the difference or only the ratio has changed. */
        double gone() {
            double gap = new Trend(gaps).slope() * SPAN;
            double ratio = new Trend(ratios).slope() * SPAN;
            return gap * ratio <= 0 ? 0 : Math.signum(gap) * Math.min(Math.abs(gap), Math.abs(ratio));
        }
    }

    Drift(Question question, StationDays days) {
        this.question = question;
        this.days = days;
    }

    /** What the complete days before a day let doubt, or null. */
    Doubt before(long day) {
        Map<String, Course> channels = new TreeMap<>();
        for (String factor : days.factors(question.parameters().texts("ignored"))) {
            Course channel = channel(factor, day);
            if (channel.gaps.size() >= MIN_DAYS) {
                channels.put(factor, channel);
            }
        }
        Course common = Course.common(channels.values());
        double steady = 2 * question.parameters().number("driftSteady") / 100 - 1;
        if (channels.isEmpty() || Math.abs(new Trend(common.gaps).concord()) < steady) {
            return null;
        }
        double gone = common.gone();
        return gone == 0 ? null : new Doubt("drift", farthest(channels, gone), 0, Math.abs(gone), List.of());
    }

    /** The channel that has gone the farthest the same way. */
    private static String farthest(Map<String, Course> channels, double way) {
        String farthest = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Course> channel : channels.entrySet()) {
            double gone = Math.signum(way) * channel.getValue().gone();
            if (gone > most) {
                farthest = channel.getKey();
                most = gone;
            }
        }
        return farthest;
    }

    private Course channel(String factor, long day) {
        SortedMap<Long, Double> ours = new TreeMap<>();
        Map<Long, Double> theirs = new HashMap<>();
        int least = question.parameters().count("minNeighbours");
        for (long one = day - SPAN; one < day; one++) {
            Beside beside = days.beside(factor, one, least);
            if (beside != null && beside.around() > 0) {
                ours.put(one, beside.own());
                theirs.put(one, beside.around());
            }
        }
        Course course = Course.none();
        if (!ours.isEmpty()) {
            double usual = Median.of(theirs.values());
            ours.forEach((one, own) -> {
                course.gaps.put(one, (own - theirs.get(one)) / usual);
                course.ratios.put(one, own / theirs.get(one));
            });
        }
        return course;
    }
}
