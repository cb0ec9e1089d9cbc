package io.sanse.notify.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    @TempDir
    private Path folder;

    @Test
    void theBuiltInPolicyIsWhole() {
        NotificationPolicy policy = PolicyReader.read("");
        assertEquals(2, policy.version());
        assertEquals(60, policy.budget(Level.RED).perRecipient());
        assertEquals(13, policy.templates().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "misspelt member|signature:|signatur:|signatur",
                "unknown event|on: [reminded]|on: [remembered]|REMEMBERED",
                "unknown audience|to: [told]|to: [all]|ALL",
                "unknown placeholder|编号{number}|编号{id}|{id}",
                "two templates of one id|id: urged|id: returned|returned",
                "signature without brackets|【三色预警】|三色预警|【】",
                "a level without a budget|levels: [red]|levels: []|red",
                "a level in two budgets|levels: [blue, yellow]|levels: [blue, yellow, red]|red",
                "too short texts|maxCharacters: 201|maxCharacters: 69|70",
                "nobody to tell of models|to: [duty-desk]|to: []|models.to",
                "models in red|level: blue|level: red|models.level",
                "unknown placeholder of what is due|到期：{models}|到期：{model}|models.due has an unknown {model}",
                "unknown placeholder of what is overdue|overdue: {models}. They|overdue: {number}. They|models.overdue has an unknown {number}",
                "an empty budget|perRecipient: 60|perRecipient: 0|perRecipient",
            })
    void mistakesAreNamed(String name, String from, String to, String named) throws IOException {
        try (var builtIn = PolicyReader.class.getResourceAsStream("/notification-policy.yaml")) {
            String text = new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(from));
            Path file = Files.writeString(folder.resolve("policy.yaml"), text.replace(from, to));
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> PolicyReader.read(file.toString()));
            assertTrue(refused.getMessage().contains(named), refused.getMessage());
        }
    }

    @Test
    void aMissingFileIsSaidByName() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PolicyReader.read("/nowhere/policy.yaml"));
        assertTrue(refused.getMessage().contains("/nowhere/policy.yaml"));
    }
}
