package io.sanse.model.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.ModelSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The table of cases that lies beside a model: {@code <id>.cases.yaml}. */
public final class ModelCases {
    private ModelCases() {}

    /** @param model module and id */
    public static Stream<DynamicTest> of(ModelSet models, String model) {
        JsonNode table = read("library/" + model + ".cases.yaml");
        String id = model.substring(model.indexOf('/') + 1);
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (JsonNode one : table.path("cases")) {
            tests.add(
                    DynamicTest.dynamicTest(id + ": " + one.path("name").asText(), () -> play(models, id, table, one)));
        }
        return tests.build();
    }

    private static JsonNode read(String file) {
        try (InputStream stream = ModelCases.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("no table of cases: " + file);
            }
            return new YAMLMapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }

    private static void play(ModelSet models, String id, JsonNode table, JsonNode one) {
        CaseWorld world = new CaseWorld(table.path("world"), one.path("world"));
        CaseTime times = new CaseTime(
                LocalDate.parse(one.path("day").asText(table.path("day").asText())));
        CaseRun run = new CaseRun(models, world.world());
        Subject subject =
                Subject.parse(one.path("subject").asText(table.path("subject").asText()));
        CaseScript script = new CaseScript(world, times, run, subject);
        one.path("events").forEach(event -> script.play(event.asText()));
        List<String> expected = new ArrayList<>();
        one.path("expect").forEach(word -> expected.add(word.asText()));
        List<Detection> words =
                run.words().stream().filter(word -> word.model().equals(id)).toList();
        assertEquals(
                String.join("\n", expected),
                String.join("\n", words.stream().map(word -> show(times, word)).toList()));
        one.path("reasons")
                .forEach(reason -> assertTrue(
                        run.findings().reasons().contains(reason.asText()),
                        () -> "no such reason among " + run.findings().reasons()));
        if (one.has("says")) {
            String text = words.get(words.size() - 1).text().en();
            assertEquals(one.path("says").asText(), text);
        }
    }

    private static String show(CaseTime times, Detection word) {
        String aggravations = String.join(
                " ",
                word.aggravations().stream().map(Aggravation::text).sorted().toList());
        return word.change().text() + ' ' + word.level().text() + ' ' + times.format(word.episodeStart()) + " until "
                + times.format(word.to()) + (aggravations.isEmpty() ? "" : " " + aggravations);
    }
}
