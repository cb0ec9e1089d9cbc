package io.sanse.model.trace.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.trace.TraceBackCoverage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of feeds, hours and cameras. */
class CoverageTest {
    private static final Instant FROM = Instant.parse("2026-03-05T14:10:00Z");
    private static final TraceWindow WINDOW =
            new TraceWindow(FROM.toEpochMilli(), FROM.plus(Duration.ofHours(2)).toEpochMilli());
    private static final int HOUR = Math.toIntExact(FROM.getEpochSecond() / 3_600);
    private static final long ALL = (1L << 60) - 1;
    private static final Coverage COVERAGE =
            new Coverage(WINDOW, Duration.ofMinutes(5).toMillis());

    private static TraceBackCoverage of(List<SourceHour> words) {
        return COVERAGE.of(new Coverage.Known(FROM, 9, 2, 3, 1, Set.of("cam-1", "cam-2")), words);
    }

    @ParameterizedTest(name = "{0} minutes without a word from the 20th on: {1}")
    @CsvSource({"4, none", "5, none", "6, 14:20–14:26"})
    void aFeedIsAwayWhenItIsQuietForLonger(int minutes, String expected) {
        long spoken = ALL & ~(((1L << minutes) - 1) << 20);
        TraceBackCoverage coverage = of(List.of(
                new SourceHour("feed:gps-east", HOUR, spoken),
                new SourceHour("feed:gps-east", HOUR + 1, ALL),
                new SourceHour("feed:gps-east", HOUR + 2, ALL)));
        assertEquals(
                expected,
                coverage.feedsAway().stream()
                        .map(away -> time(away.from()) + '–' + time(away.until()))
                        .findFirst()
                        .orElse("none"));
    }

    private static String time(Instant instant) {
        return instant.toString().substring(11, 16);
    }

    @Test
    void aFeedIsAwayAtBothEndsOfTheSpan() {
        List<SourceHour> words = new ArrayList<>();
        words.add(new SourceHour("feed:gps-east", HOUR + 1, 1L));
        assertEquals(
                List.of("14:10–15:00", "15:01–16:10"),
                of(words).feedsAway().stream()
                        .map(away -> time(away.from()) + '–' + time(away.until()))
                        .toList());
    }

    @Test
    void hoursAndCamerasWithoutAWordAreNamed() {
        TraceBackCoverage coverage =
                of(List.of(new SourceHour("feed:gps-east", HOUR, ALL), new SourceHour("camera:cam-1", HOUR + 2, 1)));
        assertEquals(List.of(Instant.parse("2026-03-05T15:00:00Z")), coverage.hoursWithoutSight());
        assertEquals(List.of("cam-2"), coverage.camerasSilent());
        assertEquals(2, coverage.cameras());
        assertTrue(coverage.statements().stream().anyMatch(said -> said.en().contains("2 were not seen at all")));
    }
}
