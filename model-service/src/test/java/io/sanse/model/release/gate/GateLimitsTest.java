package io.sanse.model.release.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.text.VersionTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateLimitsTest {
    private static final Instant UNTIL = Instant.parse("2026-03-05T04:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final GateLimits LIMITS = new GateLimits(50, 20, WEEK);
    private static final VersionTexts.Scope PLAIN = new VersionTexts.Scope(false, Duration.ofHours(1), List.of());

    private static ModelVersion version() {
        return new ModelVersion(
                "m", 2, 1, VersionStage.GATING, "author", List.of(), null, "", "", null, null, null, null, List.of());
    }

    private static BacktestJob job(String user, PlayedVersion played, Instant from, Instant first, AlertLoad... loads) {
        BacktestResult result = new BacktestResult(
                new BacktestResult.Played(first, UNTIL, 1, 1, 0), List.of(), List.of(loads), List.of());
        return new BacktestJob(
                UUID.randomUUID(),
                BacktestState.DONE,
                1,
                user,
                UNTIL,
                UNTIL,
                from,
                UNTIL,
                List.of(played),
                List.of(),
                null,
                result);
    }

    private static AlertLoad load(String model, int version, double perDay) {
        return new AlertLoad(model, version, GateLimits.OVERALL, (int) (7 * perDay), perDay, 1, 1, List.of());
    }

    @ParameterizedTest(name = "ordered by {0}, {1}@{2}, loads of {3}@{4}, {5} days: {6}")
    @CsvSource({
        "sanse, m, 2, m, 2, 7, true",
        "one, m, 2, m, 2, 7, false",
        "sanse, n, 2, m, 2, 7, false",
        "sanse, m, 1, m, 2, 7, false",
        "sanse, m, 2, n, 2, 7, false",
        "sanse, m, 2, m, 1, 7, false",
        "sanse, m, 2, m, 2, 6, false"
    })
    void onlyABacktestOfThisVersionAndPeriodPasses(
            String user, String model, int number, String loaded, int loadedNumber, int days, boolean passes) {
        BacktestJob job = job(
                user,
                new PlayedVersion(model, number),
                UNTIL.minus(Duration.ofDays(days)),
                null,
                load(loaded, loadedNumber, 1));
        GateReport report = LIMITS.judge(version(), job, PLAIN);
        assertEquals(
                passes ? List.of() : List.of("its backtest is not about this version and this period"),
                report.refusals());
    }

    @Test
    void figuresOfPersonsAreNotTold() {
        BacktestJob job = job("sanse", new PlayedVersion("m", 2), UNTIL.minus(WEEK), null, load("m", 2, 51.5));
        VersionTexts.Scope persons = new VersionTexts.Scope(true, Duration.ZERO, List.of());
        assertEquals(
                List.of("51.5 alerts a day overall, at most 50"),
                LIMITS.judge(version(), job, PLAIN).refusals());
        assertEquals(
                List.of("more alerts a day overall, at most 50"),
                LIMITS.judge(version(), job, persons).refusals());
        assertTrue(
                LIMITS.judge(version(), job, persons).withoutFigures().loads().isEmpty());
    }

    @ParameterizedTest(name = "looks back {0}, recorded {1} d before the end: partial {2}")
    @CsvSource({
        "PT20M, 9, false",
        "P5D, 9, false",
        "PT132H, 9, false",
        "PT133H, 9, true",
        "P200D, 9, true",
        "P3D, 3, true",
        "PT36H, 3, false"
    })
    void aVersionThatLooksBackFartherThanTheRecordingHasAPartialForecast(
            Duration looksBack, int recorded, boolean partial) {
        Instant first = UNTIL.minus(Duration.ofDays(recorded));
        BacktestJob job = job("sanse", new PlayedVersion("m", 2), UNTIL.minus(WEEK), first, load("m", 2, 1));
        ModelVersion.GateReach reach = LIMITS.judge(version(), job, new VersionTexts.Scope(false, looksBack, List.of()))
                .reach();
        assertEquals(partial, reach.partial());
        assertEquals(looksBack.toSeconds(), reach.looksBackS());
        assertEquals(first, reach.recordedFrom());
    }
}
