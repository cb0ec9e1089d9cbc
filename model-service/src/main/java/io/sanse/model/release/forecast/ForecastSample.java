package io.sanse.model.release.forecast;

import io.sanse.contract.Nights;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.ModelVersion.GateDay;
import io.sanse.contract.service.ModelVersion.GateReach;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** What a gate has found where a version judges, by the hour of the day: the sample that a forecast is. */
final class ForecastSample {
    static final int HOURS = 24;

    /** Length of a sample of a gate that did not tell its length, days. */
    private static final double USUAL_DAYS = 7;

    /** Days that a variance can be read from. */
    private static final int LEAST_DAYS = 3;

    private final double[] alerts;
    private final double[] days;
    private final double dispersion;

    private ForecastSample(double[] alerts, double[] days, double dispersion) {
        this.alerts = alerts;
        this.days = days;
        this.dispersion = dispersion;
    }

    /**
     * @param loads of where the version judges
     * @param reach of the gate, or null
     * @param perDay of all districts, the first and the last in part
     */
    static ForecastSample of(List<AlertLoad> loads, GateReach reach, List<GateDay> perDay) {
        double[] days = reach == null ? flat(usualDays(loads)) : hoursOf(reach);
        double[] alerts = new double[HOURS];
        boolean even = false;
        for (AlertLoad load : loads) {
            even |= load.byHour().size() != HOURS;
            for (int hour = 0; hour < HOURS; hour++) {
                alerts[hour] +=
                        load.byHour().size() == HOURS ? load.byHour().get(hour) : load.alerts() / (double) HOURS;
            }
        }
        // of a recording of less than a day some hours are not known at all
        boolean known = Arrays.stream(days).min().orElseThrow() >= 1;
        double mean = mean(alerts);
        return even || !known
                ? new ForecastSample(flat(mean), flat(mean(days)), dispersion(perDay))
                : new ForecastSample(alerts, days, dispersion(perDay));
    }

    /** A sample in whose place a limit stands, even over the day. */
    static ForecastSample ofLimit(double perDay) {
        return new ForecastSample(flat(perDay * USUAL_DAYS / HOURS), flat(USUAL_DAYS), 1);
    }

    private static double usualDays(List<AlertLoad> loads) {
        return loads.stream()
                .filter(load -> load.alerts() > 0)
                .mapToDouble(load -> load.alerts() / load.alertsPerDay())
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    private static double[] flat(double value) {
        double[] all = new double[HOURS];
        Arrays.fill(all, value);
        return all;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** How often each hour of the day was played. */
    private static double[] hoursOf(GateReach reach) {
        double[] days = new double[HOURS];
        Instant at = reach.from();
        while (at.isBefore(reach.until())) {
            Instant next = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
            Instant end = next.isBefore(reach.until()) ? next : reach.until();
            days[hourOf(at)] += Duration.between(at, end).toMillis()
                    / (double) Duration.ofHours(1).toMillis();
            at = next;
        }
        return days;
    }

    /** The hour of the day in Asia/Shanghai. */
    static int hourOf(Instant at) {
        return at.atZone(Nights.ZONE).getHour();
    }

    /** Variance of the full days' alerts over their mean, at least that of chance, 1. */
    private static double dispersion(List<GateDay> perDay) {
        List<GateDay> full = perDay.size() < 2 ? List.of() : perDay.subList(1, perDay.size() - 1);
        double mean = full.stream().mapToInt(GateDay::alerts).average().orElse(0);
        if (full.size() < LEAST_DAYS || mean == 0) {
            return 1;
        }
        double squares = full.stream()
                .mapToDouble(day -> Math.pow(day.alerts() - mean, 2))
                .sum();
        return Math.max(1, squares / (full.size() - 1) / mean);
    }

    /** Alerts a day. */
    double perDay() {
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += days[hour] == 0 ? 0 : alerts[hour] / days[hour];
        }
        return sum;
    }

    /** How much more the days' alerts vary than by chance, at least 1. */
    double dispersion() {
        return dispersion;
    }

    /**
     * Alerts in some hours of the day.
     *
     * @param first hour of the day
     * @param count of hours from there on, 1–24
     */
    double alerts(int first, int count) {
        double sum = 0;
        for (int hour = first; hour < first + count; hour++) {
            sum += alerts[hour % HOURS];
        }
        return sum;
    }

    /** How often the one of some hours of the day was played that was played least often. */
    double leastDays(int first, int count) {
        double least = Double.MAX_VALUE;
        for (int hour = first; hour < first + count; hour++) {
            least = Math.min(least, days[hour % HOURS]);
        }
        return least;
    }

    /** How often the one was played that was played most often. */
    double mostDays(int first, int count) {
        double most = 0;
        for (int hour = first; hour < first + count; hour++) {
            most = Math.max(most, days[hour % HOURS]);
        }
        return most;
    }
}
