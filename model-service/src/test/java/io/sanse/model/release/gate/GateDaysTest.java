package io.sanse.model.release.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestResult.DetectionCount;
import io.sanse.contract.service.BacktestResult.Played;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.text.VersionTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateDaysTest {
    private static final String MODEL = "night-dumping";

    private static final List<DetectionCount> COUNTS = List.of(
            count(MODEL, 3, 5, Level.YELLOW, "330784", 2),
            count(MODEL, 3, 7, Level.YELLOW, "330784", 40),
            count(MODEL, 3, 7, Level.RED, "330784", 1),
            count(MODEL, 3, 7, Level.RED, "330726", 4),
            count(MODEL, 2, 6, Level.RED, "330726", 9),
            count("another", 3, 6, Level.RED, "330726", 9));

    private static final AlertLoad ALL = new AlertLoad(MODEL, 3, GateLimits.OVERALL, 47, 9, 45, 99, List.of());

    private static DetectionCount count(String model, int version, int day, Level level, String district, int raised) {
        return new DetectionCount(model, version, LocalDate.of(2026, 3, day), level, district, raised, 0);
    }

    private static GateReport judged(Instant first, Instant from, Instant until) {
        BacktestResult result = new BacktestResult(new Played(first, first, 1, 1, 0), COUNTS, List.of(ALL), List.of());
        BacktestJob job = new BacktestJob(
                UUID.randomUUID(),
                BacktestState.DONE,
                1,
                "sanse",
                from,
                until,
                from,
                until,
                List.of(new PlayedVersion(MODEL, 3)),
                List.of(),
                null,
                result);
        ModelVersion version = new ModelVersion(
                MODEL,
                3,
                1,
                VersionStage.GATING,
                "author",
                List.of(),
                null,
                "text",
                "cases",
                null,
                null,
                null,
                null,
                List.of());
        return new GateLimits(10, 10, Duration.ZERO)
                .judge(version, job, new VersionTexts.Scope(false, Duration.ZERO, List.of()));
    }

    private static String told(GateReport report) {
        return report.days().stream()
                .map(day -> day.day().getDayOfMonth() + "=" + day.alerts()
                        + day.districts().stream()
                                .map(one -> " " + one.district() + ":" + one.alerts())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void anOutlierStandsOnItsDayAndInItsDistrict() {
        GateReport report = judged(
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-05T04:00:00Z"),
                Instant.parse("2026-03-08T04:00:00Z"));
        assertEquals("5=2 330784:2, 6=0, 7=45 330726:4 330784:41, 8=0", told(report));
    }

    @ParameterizedTest(name = "played from {0}, ordered until {1}: days {2}")
    @CsvSource({
        "2026-03-04T00:00:00Z, 2026-03-06T16:00:00Z, 5 6",
        "2026-03-04T00:00:00Z, 2026-03-06T16:00:00.001Z, 5 6 7",
        "2026-03-05T15:59:59.999Z, 2026-03-06T16:00:00Z, 5 6",
        "2026-03-05T16:00:00Z, 2026-03-06T16:00:00Z, 6"
    })
    void onlyDaysThatWerePlayed(Instant first, Instant until, String days) {
        GateReport report = judged(first, Instant.parse("2026-03-04T16:00:00Z"), until);
        assertEquals(
                days,
                report.days().stream()
                        .map(day -> String.valueOf(day.day().getDayOfMonth()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void nothingPlayedIsNoDay() {
        Instant from = Instant.parse("2026-03-05T04:00:00Z");
        assertEquals(List.of(), judged(null, from, from.plusSeconds(1)).days());
    }
}
