package io.sanse.model.backtest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sanse.contract.Level;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestResult.DetectionCount;
import io.sanse.contract.service.BacktestResult.Played;
import io.sanse.contract.service.BacktestResult.VersionDifference;
import io.sanse.model.detect.rule.Model;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes the result of a backtest out of what the contenders have found. */
public final class Report {
    private static final String ALL = "all";

    private record Cell(LocalDate day, Level level, String district) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::day)
                    .thenComparing(Cell::level)
                    .thenComparing(Cell::district)
                    .compare(this, other);
        }
    }

    /**
     * What is reported.
     *
     * @param models ids to tell about, in this order
     * @param period in which detections count
     * @param messages how many short messages an alert makes
     * @param visible whether the reader may see a division, which may be null
     */
    public record Scope(List<String> models, Period period, MessageForecast messages, Predicate<String> visible) {
        public Scope {
            models = List.copyOf(models);
        }
    }

    private final Scope scope;
    private final Contender tried;
    private final Contender other;

    /** @param other what it is compared with */
    public Report(Scope scope, Contender tried, Contender other) {
        this.scope = scope;
        this.tried = tried;
        this.other = other;
    }

    /** @param took of playing */
    public BacktestResult of(Backtest backtest, Duration took) {
        double days = scope.period().days(backtest.first());
        List<DetectionCount> counts = new ArrayList<>();
        List<AlertLoad> loads = new ArrayList<>();
        List<VersionDifference> differences = new ArrayList<>();
        for (String id : scope.models()) {
            Model model = tried.model(id);
            List<Finding> found = visible(tried, id);
            if (model != null) {
                count(model, found, counts);
                load(model, found, days, loads);
            }
            if (other != tried) {
                differences.add(Difference.of(model, found, other.model(id), visible(other, id)));
            }
        }
        long defects = tried.defects() + (other == tried ? 0 : other.defects());
        return new BacktestResult(
                new Played(
                        backtest.first(), backtest.last(), backtest.observations(), took.toMillis() / 1_000.0, defects),
                counts,
                loads,
                differences);
    }

    private List<Finding> visible(Contender contender, String id) {
        return contender.findings(id).stream()
                .filter(finding -> scope.visible().test(finding.division()))
                .toList();
    }

    private static void count(Model model, List<Finding> found, List<DetectionCount> counts) {
        TreeMap<Cell, List<Finding>> cells = found.stream()
                .collect(groupingBy(one -> new Cell(one.day(), one.level(), one.district()), TreeMap::new, toList()));
        cells.forEach((cell, findings) -> counts.add(new DetectionCount(
                model.id(), model.head().version(), cell.day(), cell.level(), cell.district(), findings.size(), (int)
                        findings.stream().filter(Finding::retracted).count())));
    }

    private void load(Model model, List<Finding> found, double days, List<AlertLoad> loads) {
        loads.add(load(model, ALL, found, days));
        new TreeMap<>(found.stream().collect(groupingBy(Finding::district)))
                .forEach((district, findings) -> loads.add(load(model, district, findings, days)));
    }

    private AlertLoad load(Model model, String district, List<Finding> found, double days) {
        int messages = found.stream()
                .mapToInt(finding -> scope.messages().of(finding.level()))
                .sum();
        long most = found.stream().collect(groupingBy(Finding::day, counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new AlertLoad(
                model.id(),
                model.head().version(),
                district,
                found.size(),
                found.size() / days,
                (int) most,
                messages / days,
                byHour(found));
    }

    private static List<Integer> byHour(List<Finding> found) {
        Integer[] hours = new Integer[24];
        Arrays.fill(hours, 0);
        found.forEach(finding -> hours[finding.hour()]++);
        return List.of(hours);
    }
}
