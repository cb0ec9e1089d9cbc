package io.sanse.alert.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.policy.ClockRule;
import io.sanse.alert.domain.policy.LifecyclePolicy;
import io.sanse.alert.domain.policy.TimeLimit;
import io.sanse.alert.routing.RoutingTable;
import io.sanse.contract.Level;
import io.sanse.contract.WorkingCalendar;
import io.sanse.contract.alert.ClockName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {
    @Test
    void theBuiltInNumbersAreThoseOfTheLifecycle() {
        LifecyclePolicy policy = new PolicyFiles("")
                .read("lifecycle.yaml", LifecyclePolicy.class)
                .value();
        assertEquals(
                new ClockRule(new TimeLimit.Elapsed(Duration.ofMinutes(1)), Duration.ofSeconds(20)),
                policy.clock(Level.YELLOW, ClockName.SIGN));
        assertEquals(
                new TimeLimit.WorkingDays(3),
                policy.clock(Level.RED, ClockName.FEED_BACK).limit());
        assertEquals(3.0, policy.raise().yellowToRed().tonnes());
    }

    @Test
    void theOrderOfMembersDoesNotChangeTheContent() throws IOException {
        byte[] one = "{version: 1, timeZone: Asia/Shanghai, years: []}".getBytes(StandardCharsets.UTF_8);
        byte[] other = "years: []\ntimeZone: Asia/Shanghai\nversion: 1\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                PolicyFiles.parse(one, WorkingCalendar.class).content(),
                PolicyFiles.parse(other, WorkingCalendar.class).content());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown member         | lifecycle.yaml | version: 1                | speed: 1            | speed",
                "no version                | lifecycle.yaml | version: 1                | ''                  | version",
                "version 0                 | lifecycle.yaml | version: 1                | version: 0          | version from 1",
                "a blue clock that is none | lifecycle.yaml | acknowledge:              | sign:               | clocks of blue",
                "a limit that is no limit  | lifecycle.yaml | limit: PT24H              | limit: soon         | PT10M or 5 working days",
                "a limit of nothing        | lifecycle.yaml | limit: PT24H              | limit: PT0S         | longer than nothing",
                "urged after the end       | lifecycle.yaml | urgeBefore: PT2H          | urgeBefore: PT25H   | before its end",
                "urged at the end          | lifecycle.yaml | urgeBefore: PT2H          | urgeBefore: PT0S    | not at it",
                "no working day            | lifecycle.yaml | 5 working days            | 0 working days      | 1 to 1000",
                "no tonnes                 | lifecycle.yaml | tonnes: 3.0               | tonnes: 0           | tonnes above 0",
                "one is no repeat          | lifecycle.yaml | count: 3                  | count: 1            | count from 2",
                "an unknown aggravation    | lifecycle.yaml | [hazardous-waste,         | [dangerous,         | DANGEROUS",
                "overdue at once           | lifecycle.yaml | factor: 2                 | factor: 1           | 2 to 100",
                "a worked Monday           | calendar.yaml  | worked: [2026-01-04,      | worked: [2026-01-05,| no weekend day",
                "a holiday of no year      | calendar.yaml  | from: 2026-06-19          | from: 2025-06-19    | not in 2026",
                "a rule without a reason   | routing.yaml   | by: place                 | by: source, zh: x   | routing.yaml",
                "an unknown way            | routing.yaml   | by: place                 | by: lot             | lot",
                "a rule twice              | routing.yaml   | id: town-squad            | id: competent-department | id of its own",
                "departments of a place    | routing.yaml   | by: competence            | by: place           | departments belong"
            })
    void refused(String name, String file, String what, String with, String says, @TempDir Path folder)
            throws IOException {
        String built =
                new String(getClass().getResourceAsStream("/policy/" + file).readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(built.contains(what), "the text to change is there");
        Files.writeString(folder.resolve(file), built.replace(what, with));
        Class<?> type =
                switch (file) {
                    case "lifecycle.yaml" -> LifecyclePolicy.class;
                    case "calendar.yaml" -> WorkingCalendar.class;
                    default -> RoutingTable.class;
                };
        PolicyFiles files = new PolicyFiles(folder.toString());
        Throwable refusal = assertThrows(IllegalArgumentException.class, () -> files.read(file, type));
        assertTrue(refusal.getMessage().contains(says), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(folder.toString()), refusal::getMessage);
    }

    @Test
    void aMissingFileIsSaid(@TempDir Path folder) {
        PolicyFiles files = new PolicyFiles(folder.toString());
        Throwable refusal =
                assertThrows(IllegalArgumentException.class, () -> files.read("lifecycle.yaml", LifecyclePolicy.class));
        assertTrue(refusal.getMessage().endsWith("lifecycle.yaml cannot be read"), refusal::getMessage);
    }

    @Test
    void limitsAreWrittenAsTheyAreRead() {
        for (String text : List.of("PT1M", "PT24H", "5 working days")) {
            assertEquals(text, TimeLimit.parse(text).toString());
        }
    }
}
