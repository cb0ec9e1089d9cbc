package io.sanse.model.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.service.BacktestResult.VersionDifference;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final Instant DUSK = Instant.parse("2026-03-05T12:00:00Z");
    private static final Model MODEL = Library.load().models().get(0);

    private static Finding finding(String plate, int start, int end, Level level, boolean retracted) {
        return new Finding(
                UUID.randomUUID(),
                Subject.vehicle(plate),
                DUSK,
                DUSK.plusSeconds(start),
                DUSK.plusSeconds(end),
                "330784",
                level,
                retracted,
                new LocalizedText("停留", "a stop"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same stretch,              100, 200, yellow, 1, 0, 0, 0",
        "begins a little later,         150, 250, yellow, 1, 0, 0, 0",
        "touches it in one moment,      200, 300, yellow, 1, 0, 0, 0",
        "begins just behind it,         201, 300, yellow, 0, 0, 1, 1",
        "ends just before it,           10,  99,  yellow, 0, 0, 1, 1",
        "the same stretch but red,      100, 200, red,    0, 1, 0, 0"
    })
    void twoStretches(String row, int start, int end, String level, int same, int changed, int more, int fewer) {
        List<Finding> tried =
                List.of(finding("浙GA1", start, end, Level.valueOf(level.toUpperCase(Locale.ROOT)), false));
        List<Finding> other = List.of(finding("浙GA1", 100, 200, Level.YELLOW, false));
        VersionDifference difference = Difference.of(MODEL, tried, MODEL, other);
        assertEquals(
                List.of(same, changed, more, fewer),
                List.of(difference.same(), difference.changed(), difference.more(), difference.fewer()));
        assertEquals(changed + more + fewer, difference.examples().size());
    }

    @Test
    void anotherSubjectIsAnotherDetection() {
        VersionDifference difference = Difference.of(
                MODEL,
                List.of(finding("浙GA1", 100, 200, Level.YELLOW, false)),
                MODEL,
                List.of(finding("浙GA2", 100, 200, Level.YELLOW, false)));
        assertEquals(1, difference.more());
        assertEquals(1, difference.fewer());
    }

    @Test
    void whatWasTakenBackWasNotFound() {
        VersionDifference difference = Difference.of(
                MODEL,
                List.of(finding("浙GA1", 100, 200, Level.YELLOW, true)),
                MODEL,
                List.of(finding("浙GA1", 100, 200, Level.YELLOW, false)));
        assertEquals(List.of(0, 1), List.of(difference.more(), difference.fewer()));
    }

    @Test
    void aModelThatTheOtherSideDoesNotHaveIsAllMore() {
        VersionDifference difference =
                Difference.of(MODEL, List.of(finding("浙GA1", 100, 200, Level.YELLOW, false)), null, List.of());
        assertNull(difference.otherVersion());
        assertEquals(1, difference.more());
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({
        "person-linked-vehicles, person-linked-vehicles",
        "person-record-linked,   person-record-linked",
        "vehicle-suspicious-stop, person-linked-vehicles",
        "person-linked-vehicles, vehicle-suspicious-stop"
    })
    void whatReadsPersonsIsCountedAndNotShown(String tried, String other) {
        VersionDifference difference = Difference.of(
                model(tried),
                List.of(finding("浙GA1", 100, 200, Level.YELLOW, false)),
                model(other),
                List.of(finding("浙GA2", 100, 200, Level.YELLOW, false)));
        assertEquals(List.of(1, 1), List.of(difference.more(), difference.fewer()));
        assertEquals(List.of(), difference.examples());
    }

    private static Model model(String id) {
        return Library.load().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneStretchAgainstTwoPairsOne() {
        VersionDifference difference = Difference.of(
                MODEL,
                List.of(finding("浙GA1", 0, 300, Level.YELLOW, false)),
                MODEL,
                List.of(finding("浙GA1", 0, 100, Level.YELLOW, false), finding("浙GA1", 200, 300, Level.YELLOW, false)));
        assertEquals(List.of(1, 0, 1), List.of(difference.same(), difference.more(), difference.fewer()));
    }
}
