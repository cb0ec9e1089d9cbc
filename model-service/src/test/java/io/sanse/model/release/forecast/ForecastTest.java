package io.sanse.model.release.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateDay;
import io.sanse.contract.service.ModelVersion.GateReach;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersionList.WatchedWindow;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.forecast.FiredHours.FiredHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seeded simulation of versions that do what was forecast, and of versions that do not. */
class ForecastTest {
    /** Midnight in Asia/Shanghai. */
    private static final Instant MIDNIGHT = Instant.parse("2026-03-04T16:00:00Z");

    private static final Forecast.Limits LIMITS = new Forecast.Limits(5, 50, 20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SAMPLE_DAYS = 7;
    private static final int YEAR_HOURS = 365 * 24;

    private final Random random = new Random(20260305);

    /** Mean alerts of an hour of the day. */
    private static double rate(double perDay, boolean nightOnly, int hourOfDay) {
        boolean night = hourOfDay >= 22 || hourOfDay < 4;
        return nightOnly ? night ? perDay / 6 : 0 : perDay / 24;
    }

    private int poisson(double mean) {
        double product = random.nextDouble();
        double limit = Math.exp(-mean);
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A version whose gate has played a week of the same process up to midnight. */
    private ModelVersion gated(double perDay, boolean nightOnly, Instant since) {
        Integer[] byHour = new Integer[24];
        int[] byDay = new int[SAMPLE_DAYS];
        for (int hour = 0; hour < 24; hour++) {
            int sum = 0;
            for (int day = 0; day < SAMPLE_DAYS; day++) {
                int count = poisson(rate(perDay, nightOnly, hour));
                byDay[day] += count;
                sum += count;
            }
            byHour[hour] = sum;
        }
        return version(List.of(byHour), IntStream.of(byDay).boxed().toList(), since, false);
    }

    private static ModelVersion version(List<Integer> byHour, List<Integer> byDay, Instant since, boolean partial) {
        int alerts = byHour.stream().mapToInt(Integer::intValue).sum();
        AlertLoad load = new AlertLoad("m", 2, "all", alerts, alerts / (double) SAMPLE_DAYS, alerts, alerts, byHour);
        Instant from = MIDNIGHT.minus(Duration.ofDays(SAMPLE_DAYS));
        List<GateDay> days = new ArrayList<>();
        for (int day = 0; day < byDay.size(); day++) {
            days.add(new GateDay(LocalDate.of(2026, 2, 1).plusDays(day), byDay.get(day), List.of()));
        }
        GateReport gate = new GateReport(
                UUID.randomUUID(), List.of(), List.of(load), new GateReach(from, from, MIDNIGHT, 60, partial), days);
        return new ModelVersion(
                "m", 2, 1, VersionStage.LIVE, "author", List.of(), since, "", "", null, gate, null, null, List.of());
    }

    /** The hour after which a version is rolled back, or -1 when it never is. */
    private int rolledBack(double perDay, boolean nightOnly, Instant since, double times, int hours) {
        Forecast forecast = Forecast.of(gated(perDay, nightOnly, since), LIMITS, false);
        List<FiredHour> fired = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            Instant at = since.plus(HOUR.multipliedBy(hour));
            int count = poisson(times * rate(perDay, nightOnly, ForecastSample.hourOf(at)));
            if (count > 0) {
                fired.add(new FiredHour(at, count, 0));
            }
            Instant end = at.plus(HOUR).minusMillis(1);
            fired.removeIf(old -> old.hour().isBefore(Forecast.needed(end)));
            if (forecast.isLeft(new FiredHours(fired), end)) {
                return hour;
            }
        }
        return -1;
    }

    @ParameterizedTest(name = "{0} a day, at night only: {1}")
    @CsvSource({"0.5, false", "2, false", "10, false", "40, false", "40, true"})
    void whatFiresAsForecastIsRolledBackInLessThanOneOfAHundredYears(double perDay, boolean nightOnly) {
        int years = 16;
        int wrong = 0;
        for (int year = 0; year < years; year++) {
            wrong += rolledBack(perDay, nightOnly, MIDNIGHT.plus(HOUR.multipliedBy(year % 24)), 1, YEAR_HOURS) < 0
                    ? 0
                    : 1;
        }
        // at 1 % a year two or more of them come once in forty times
        assertTrue(wrong <= 1, wrong + " of " + years);
    }

    @ParameterizedTest(name = "{0} a day, at night only: {1}: within {2} h")
    @CsvSource({"40, false, 12", "20, false, 24", "10, false, 36", "2, false, 240", "40, true, 14"})
    void fiveTimesTheForecastIsCaught(double perDay, boolean nightOnly, int hours) {
        int trials = 50;
        int caught = 0;
        for (int trial = 0; trial < trials; trial++) {
            int hour = rolledBack(perDay, nightOnly, MIDNIGHT.plus(HOUR.multipliedBy(15)), 5, hours);
            caught += hour < 0 ? 0 : 1;
        }
        assertTrue(caught >= 40, caught + " of " + trials);
    }

    @ParameterizedTest(name = "live from {0} h")
    @CsvSource({"15", "19", "21", "23"})
    void aVersionThatFiresAtNightIsNotRolledBackAtNight(int hour) {
        int wrong = 0;
        for (int trial = 0; trial < 100; trial++) {
            wrong += rolledBack(40, true, MIDNIGHT.plus(HOUR.multipliedBy(hour)), 1, 48) < 0 ? 0 : 1;
        }
        assertEquals(0, wrong);
    }

    private static List<Integer> none() {
        return Collections.nCopies(24, 0);
    }

    @Test
    void aForecastOfNothingIsHeldAgainstTheLastDaysOnly() {
        Forecast forecast = Forecast.of(version(none(), List.of(), MIDNIGHT, false), LIMITS, false);
        List<FiredHour> monthly = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            Instant at = MIDNIGHT.plus(Duration.ofDays(30L * month));
            monthly.add(new FiredHour(at, 1, 0));
            assertFalse(forecast.isLeft(new FiredHours(monthly), at.plusSeconds(60)));
        }
        FiredHours flood = new FiredHours(List.of(new FiredHour(MIDNIGHT, 9, 0)));
        assertTrue(forecast.isLeft(flood, MIDNIGHT.plusSeconds(60)));
        assertTrue(forecast.reason(flood, MIDNIGHT.plusSeconds(60)).startsWith("9 alerts in 1 h, at most 7"));
    }

    @Test
    void whatLastedAlreadyIsNotHeldAgainstAVersion() {
        Forecast forecast = Forecast.of(version(none(), List.of(), MIDNIGHT, false), LIMITS, false);
        FiredHours fired = new FiredHours(List.of(new FiredHour(MIDNIGHT, 2, 200)));
        assertFalse(forecast.isLeft(fired, MIDNIGHT.plusSeconds(60)));
        WatchedWindow hour =
                forecast.seen(fired, MIDNIGHT.plusSeconds(60)).windows().get(0);
        assertEquals(200, hour.lasting());
        assertEquals(2, hour.raised());
    }

    @Test
    void aPartialForecastIsHeldAgainstWhatTheGateLetsPass() {
        Forecast forecast = Forecast.of(version(none(), List.of(), MIDNIGHT, true), LIMITS, false);
        Instant nextDay = MIDNIGHT.plus(HOUR.multipliedBy(24));
        FiredHours limit = new FiredHours(List.of(new FiredHour(MIDNIGHT, 50, 0)));
        FiredHours flood = new FiredHours(List.of(new FiredHour(MIDNIGHT, 500, 0)));
        assertFalse(
                forecast.isLeft(limit, nextDay), "the limit of a day, all of it in one hour but looked at a day later");
        assertTrue(forecast.isLeft(flood, nextDay));
        assertTrue(forecast.seen(limit, nextDay).partial());
        assertEquals(50, forecast.seen(limit, nextDay).perDay(), 1e-9);
    }

    @Test
    void aVersionThatFallsSilentIsRolledBackAfterADay() {
        Forecast forecast = Forecast.of(gated(40, false, MIDNIGHT), LIMITS, false);
        FiredHours silent = new FiredHours(List.of());
        assertFalse(forecast.isLeft(silent, MIDNIGHT.plus(HOUR.multipliedBy(23))));
        assertTrue(forecast.isLeft(silent, MIDNIGHT.plus(HOUR.multipliedBy(24))));
        assertTrue(
                forecast.reason(silent, MIDNIGHT.plus(HOUR.multipliedBy(24))).startsWith("0 alerts in 24 h, at least"));
    }

    @Test
    void daysThatVaryMoreThanByChanceWidenWhatIsLetPass() {
        List<Integer> byHour = Collections.nCopies(24, 10);
        Forecast even =
                Forecast.of(version(byHour, List.of(34, 34, 34, 34, 34, 34, 34), MIDNIGHT, false), LIMITS, false);
        Forecast uneven =
                Forecast.of(version(byHour, List.of(34, 5, 80, 10, 70, 5, 34), MIDNIGHT, false), LIMITS, false);
        Instant later = MIDNIGHT.plus(Duration.ofDays(8));
        FiredHours none = new FiredHours(List.of());
        assertTrue(uneven.seen(none, later).windows().get(2).most()
                > even.seen(none, later).windows().get(2).most());
    }

    /** Forty a day were forecast, and a week goes by without one. */
    @Test
    void whoKeepsSilentIsNotTooSilent() {
        ModelVersion version = gated(40, false, MIDNIGHT);
        Instant later = MIDNIGHT.plus(Duration.ofDays(8));
        FiredHours nothing = new FiredHours(List.of());
        assertTrue(Forecast.of(version, LIMITS, false).isLeft(nothing, later));
        assertFalse(Forecast.of(version, LIMITS, true).isLeft(nothing, later));
    }
}
