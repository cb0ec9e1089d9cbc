package io.sanse.standalone.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.Condition;
import io.sanse.standalone.night.Expectation;
import io.sanse.standalone.night.Truth;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final Instant TIME = Instant.parse("2026-03-12T15:00:00Z");
    private static final Subject TRUCK = Subject.vehicle("浙GX0001");
    private static final Subject OTHER = Subject.vehicle("浙GX0002");
    private static final Truth TRUTH = new Truth(
            List.of(new Expectation("stop", TRUCK, Level.YELLOW, "stood there")),
            List.of(new Expectation("silent", TRUCK, Level.BLUE, "stored fixes came")),
            List.of());

    static Stream<Arguments> cases() {
        Alert stop = alert("stop", TRUCK, Level.YELLOW, Condition.ACTIVE);
        Alert silent = alert("silent", TRUCK, Level.BLUE, Condition.RETRACTED);
        return Stream.of(
                row("all found", "demo: expected 1, raised 1, missed 0, false 0", stop, silent),
                row(
                        "cleared still stands",
                        "demo: expected 1, raised 1, missed 0, false 0",
                        alert("stop", TRUCK, Level.YELLOW, Condition.CLEARED),
                        silent),
                row("nothing found", "demo: expected 1, raised 0, missed 2, false 0"),
                row(
                        "raised twice",
                        "demo: expected 1, raised 2, missed 0, false 1",
                        stop,
                        alert("stop", TRUCK, Level.YELLOW, Condition.ACTIVE),
                        silent),
                row(
                        "on somebody else",
                        "demo: expected 1, raised 2, missed 0, false 1",
                        stop,
                        silent,
                        alert("stop", OTHER, Level.YELLOW, Condition.ACTIVE)),
                row(
                        "of another level",
                        "demo: expected 1, raised 1, missed 1, false 1",
                        alert("stop", TRUCK, Level.RED, Condition.ACTIVE),
                        silent),
                row(
                        "not retracted",
                        "demo: expected 1, raised 2, missed 1, false 1",
                        stop,
                        alert("silent", TRUCK, Level.BLUE, Condition.ACTIVE)),
                row(
                        "retracted again elsewhere is nothing",
                        "demo: expected 1, raised 1, missed 0, false 0",
                        stop,
                        silent,
                        alert("stop", OTHER, Level.YELLOW, Condition.RETRACTED)));
    }

    private static Arguments row(String name, String summary, Alert... alerts) {
        return Arguments.of(
                name,
                summary,
                Stream.of(alerts)
                        .map(alert -> new Standing(alert, alert.level()))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comparesAlertsWithTheTruth(String name, String summary, List<Standing> alerts) {
        assertEquals(summary, VerdictTable.summary(Verdict.of(TRUTH, alerts)), name);
    }

    private static Alert alert(String model, Subject subject, Level level, Condition condition) {
        return new Alert(
                UUID.randomUUID(),
                1,
                model,
                subject,
                List.of(),
                TIME,
                level,
                60,
                AlertState.OPEN,
                condition,
                null,
                null,
                null,
                new LocalizedText("一句话", "one sentence"),
                null,
                1,
                TIME,
                TIME,
                TIME,
                null,
                List.of());
    }
}
