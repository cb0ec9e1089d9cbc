package io.sanse.model.detect.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a slice of the factories' monitors holds, read from all of its rows at once, as nobody can who judges from hour to hour. */
final class FactoryTruth {
    private static final Duration SHORTEST = Duration.ofDays(24);
    private static final double NOISY = 3;
    private static final double AWAY = 0.25;
    private static final int CHANNELS = 3;

    private final TreeMap<Instant, List<Row>> byHour = new TreeMap<>();
    private final Set<String> monitors = new TreeSet<>();
    private final Set<String> chemicals = new TreeSet<>();

    /** One value of one monitor. */
    record Row(Instant hour, String monitor, String chemical, double value) {}

    FactoryTruth(List<Row> rows) {
        for (Row row : rows) {
            byHour.computeIfAbsent(row.hour(), none -> new ArrayList<>()).add(row);
            monitors.add(row.monitor());
            chemicals.add(row.chemical());
        }
    }

    /** Whether it is long enough to tell a drift and habits of the night. */
    boolean isLong() {
        return Duration.between(byHour.firstKey(), byHour.lastKey()).compareTo(SHORTEST) >= 0;
    }

    /** Monitor and hour of each chemical that was given twice. */
    Set<String> doubled() {
        Set<String> doubled = new TreeSet<>();
        byHour.forEach((hour, rows) -> {
            Set<String> seen = new TreeSet<>();
            rows.stream()
                    .filter(row -> !seen.add(row.monitor() + ' ' + row.chemical()))
                    .forEach(row -> doubled.add(row.monitor() + ' ' + hour));
        });
        return doubled;
    }

    /** Monitors of which three channels step from hour to hour three times as far as the others' do. */
    Set<String> noisy() {
        return chosen(monitor -> chemicals.stream()
                        .filter(chemical -> steps(monitor, chemical)
                                > NOISY
                                        * median(others(monitor).stream()
                                                .map(other -> steps(other, chemical))
                                                .toList()))
                        .count()
                >= CHANNELS);
    }

    /** Monitors whose level over all channels goes one way against the others' from the first third of the slice to the second and the last, by a quarter of the others' level or more. */
    Set<String> drifting() {
        return chosen(monitor -> {
            List<Double> gaps = List.of(gap(monitor, 0), gap(monitor, 1), gap(monitor, 2));
            boolean up = gaps.get(0) < gaps.get(1) && gaps.get(1) < gaps.get(2);
            boolean down = gaps.get(0) > gaps.get(1) && gaps.get(1) > gaps.get(2);
            return isLong() && (up || down) && Math.abs(gaps.get(2) - gaps.get(0)) >= AWAY;
        });
    }

    private Set<String> chosen(Function<String, Boolean> by) {
        return monitors.stream().filter(by::apply).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> others(String monitor) {
        return monitors.stream().filter(other -> !other.equals(monitor)).toList();
    }

    private double steps(String monitor, String chemical) {
        List<Double> values =
                values(row -> row.monitor().equals(monitor) && row.chemical().equals(chemical));
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            steps.add(Math.abs(values.get(i) - values.get(i - 1)));
        }
        return median(steps);
    }

    private double gap(String monitor, int third) {
        long first = byHour.firstKey().getEpochSecond();
        double length = (byHour.lastKey().getEpochSecond() + 1 - first) / 3.0;
        Function<Row, Boolean> then = row -> (int) ((row.hour().getEpochSecond() - first) / length) == third;
        double level = median(others(monitor).stream()
                .map(other ->
                        median(values(row -> then.apply(row) && row.monitor().equals(other))))
                .toList());
        return (median(values(row -> then.apply(row) && row.monitor().equals(monitor))) - level) / level;
    }

    private List<Double> values(Function<Row, Boolean> of) {
        return byHour.values().stream()
                .flatMap(List::stream)
                .filter(of::apply)
                .map(Row::value)
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
