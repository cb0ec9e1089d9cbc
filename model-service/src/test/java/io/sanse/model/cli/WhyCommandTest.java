package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.contract.explain.ModelExplanation.ExplainedCondition;
import io.sanse.contract.explain.ModelExplanation.ExplainedDoubt;
import io.sanse.contract.explain.ModelExplanation.ExplainedLevel;
import io.sanse.contract.explain.ModelExplanation.ExplainedMoment;
import io.sanse.contract.explain.ModelExplanation.ExplainedWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers what it was told to. */
class WhyCommandTest {
    private static final Instant NIGHT = Instant.parse("2026-03-05T14:40:00Z");
    private static final LocalizedText TEXT = new LocalizedText("差一个条件", "one condition was missing");
    private static final String MODEL = "vehicle-suspicious-stop";

    private final List<String> lines = new ArrayList<>();

    @RegisterExtension
    final ScriptedPlatform platform = new ScriptedPlatform();

    private int explain(String... words) {
        return new WhyCommand(lines::add, options -> new PlatformClient(platform.url(), "secret"))
                .explain(List.of(words));
    }

    private static ModelExplanation told(
            int observations, List<ExplainedMoment> moments, List<ExplainedDoubt> doubts, List<ExplainedWord> words) {
        return new ModelExplanation(
                MODEL,
                3,
                Subject.vehicle("浙GA1234"),
                NIGHT,
                observations == 0 ? ExplanationOutcome.NO_DATA : ExplanationOutcome.NEAR_MISS,
                TEXT,
                observations,
                observations == 0 ? null : NIGHT.minusSeconds(3_600),
                observations == 0 ? null : NIGHT,
                moments,
                doubts,
                words);
    }

    private static ExplainedCondition condition(String text, Boolean holds, String joint, ExplainedCondition... parts) {
        Map<String, String> values =
                parts.length == 0 ? new TreeMap<>(Map.of("dwell", "20 min", "stay", "20 min")) : Map.of();
        return new ExplainedCondition(text, holds, joint, values, List.of(parts));
    }

    @Test
    void eachMomentIsTakenApart() {
        ExplainedCondition stays = condition("dwell > stay", false, "none");
        ExplainedCondition known = condition("core || night", true, "any", condition("night", null, "none"));
        ExplainedCondition all = condition("…", false, "all", stays, known);
        ExplainedMoment moment = new ExplainedMoment(
                NIGHT,
                null,
                null,
                List.of(),
                Map.of("dwell", "20 min"),
                List.of(new ExplainedLevel(Level.YELLOW, all)),
                List.of(stays));
        ExplainedMoment found = new ExplainedMoment(NIGHT, Level.RED, 90, List.of(), Map.of(), List.of(), List.of());
        ExplainedWord word = new ExplainedWord(
                UUID.randomUUID(), Change.RETRACTED, 2, Level.RED, NIGHT, NIGHT.plusSeconds(60), TEXT);
        platform.willAnswer(
                told(41, List.of(moment, found), List.of(new ExplainedDoubt(NIGHT, "no-progress")), List.of(word)));

        assertEquals(0, explain(MODEL, "--subject", "vehicle:浙GA1234", "--at", "2026-03-05T22:40"));
        assertEquals(
                List.of(
                        "vehicle-suspicious-stop version 3 on vehicle:浙GA1234 at 2026-03-05T14:40:00Z: near-miss",
                        "one condition was missing; 41 observations from 2026-03-05T13:40:00Z to 2026-03-05T14:40:00Z were played",
                        "2026-03-05T14:40:00Z  no level",
                        "  values: dwell = 20 min",
                        "  yellow",
                        "    no  all of",
                        "        no  dwell > stay   [dwell = 20 min, stay = 20 min]",
                        "        yes one of",
                        "            ?   night   [dwell = 20 min, stay = 20 min]",
                        "  missing: dwell > stay",
                        "2026-03-05T14:40:00Z  red, score 90",
                        "  values: ",
                        "2026-03-05T14:40:00Z  cannot be judged: no-progress",
                        "=> retracted red from 2026-03-05T14:40:00Z to 2026-03-05T14:41:00Z: one condition was missing"),
                lines);
        assertEquals(
                "GET /api/v1/models/vehicle-suspicious-stop/explanation?subject=vehicle%3A%E6%B5%99GA1234&at=2026-03-05T14:40:00Z",
                platform.requests.get(0).call());
        assertEquals("Bearer secret", platform.requests.get(0).authorization());
    }

    @Test
    void nothingIsKeptOfIt() {
        platform.willAnswer(told(0, List.of(), List.of(), List.of()));
        assertEquals(0, explain(MODEL, "--subject", "vehicle:浙GA1234", "--at", "2026-03-05T14:40:00Z"));
        assertEquals("one condition was missing; no observation was played", lines.get(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no subject        | vehicle-suspicious-stop --at 2026-03-05T22:40                      | explain takes MODEL",
                "no time           | vehicle-suspicious-stop --subject vehicle:A                        | explain takes MODEL",
                "no model          | --subject vehicle:A --at 2026-03-05T22:40                          | explain takes MODEL",
                "two models        | one two --subject vehicle:A --at 2026-03-05T22:40                  | explain takes MODEL",
                "a subject of none | vehicle-suspicious-stop --subject truck --at 2026-03-05T22:40      | type:id",
                "a time of none    | vehicle-suspicious-stop --subject vehicle:A --at noon              | noon"
            })
    void wordsThatAreNotUnderstoodAskNobody(String name, String words, String complaint) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> explain(words.split(" ")));
        assertTrue(refused.getMessage().contains(complaint), refused::getMessage);
        assertEquals(List.of(), platform.requests);
    }

    @Test
    void aRefusalIsTold() {
        platform.willAnswer(
                403, "{\"title\":\"Forbidden\",\"detail\":\"Of persons only what is registered is given\"}");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> explain(MODEL, "--subject", "person:P1", "--at", "2026-03-05T22:40"));
        assertEquals("the platform says 403: Of persons only what is registered is given", refused.getMessage());
    }
}
