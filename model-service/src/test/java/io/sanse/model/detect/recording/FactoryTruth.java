package io.sanse.model.detect.recording;

import io.sanse.contract.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final double ERRORS = 5;
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

    /** Monitors whose days go one way against the others' from the first third of the slice to the second and the last, by a quarter of the others' level or more and far beyond chance. */
    Set<String> drifting() {
        return chosen(monitor -> isLong() && isDrift(gaps(monitor)));
    }

    private static boolean isDrift(List<Double> gaps) {
        int third = gaps.size() / 3;
        List<List<Double>> thirds =
                List.of(gaps.subList(0, third), gaps.subList(third, 2 * third), gaps.subList(2 * third, gaps.size()));
        double first = mean(thirds.get(0));
        double second = mean(thirds.get(1));
        double last = mean(thirds.get(2));
        double spread = thirds.stream()
                .flatMap(days -> days.stream().map(gap -> Math.pow(gap - mean(days), 2)))
                .mapToDouble(Double::doubleValue)
                .sum();
        double error = Math.sqrt(2 * spread / gaps.size() / third);
        boolean oneWay = first < second == second < last;
        return oneWay && Math.abs(last - first) > Math.max(AWAY, ERRORS * error);
    }

    /** Of each day what a monitor shows more than the others, over all channels, in times of their level. */
    private List<Double> gaps(String monitor) {
        double level = median(others(monitor).stream()
                .map(other -> median(values(row -> row.monitor().equals(other))))
                .toList());
        Map<LocalDate, List<Row>> days = new TreeMap<>();
        byHour.forEach(
                (hour, rows) -> days.computeIfAbsent(LocalDate.ofInstant(hour, Nights.ZONE), none -> new ArrayList<>())
                        .addAll(rows));
        return days.values().stream()
                .map(rows -> {
                    double theirs = median(others(monitor).stream()
                            .map(other -> of(rows, other))
                            .toList());
                    return (of(rows, monitor) - theirs) / level;
                })
                .toList();
    }

    private static double of(List<Row> rows, String monitor) {
        return median(rows.stream()
                .filter(row -> row.monitor().equals(monitor))
                .map(Row::value)
                .toList());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
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
