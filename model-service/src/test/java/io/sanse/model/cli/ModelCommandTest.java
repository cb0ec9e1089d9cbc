package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.model.library.ModelSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {
    private static final String MODEL = """
            id: a-long-stop
            version: 1
            module: vehicle
            subject: vehicle
            name: {zh: 停留, en: A long stop}
            description: {zh: 停留, en: A stop after a source}
            facts: [visit, manifest]
            operator: stay-after-source
            parameters:
              sourceWithin: {value: 6, unit: h, source: P}
              stay: {value: 20, unit: min, source: P}
              stayCore: {value: 3, unit: min, source: P}
              sourceTypes: {value: [enterprise], unit: zone-type, source: P}
              sensitiveTypes: {value: [pit], unit: zone-type, source: P}
              exemptTypes: {value: [fuel], unit: zone-type, source: P}
            levels:
              - level: red
                when: core && night
              - level: yellow
                when: hasSource && (dwell > stay || core && dwell > stayCore)
            score: "60 + (night && sinceSource <= sourceWithin && hasSource ? 15 : 0)"
            aggravations:
              - {aggravation: night, when: night}
            text: {zh: "{plate}停留", en: "{plate} stays in {zone}"}
            """;
    private static final String CASES = """
            day: 2026-03-05
            subject: vehicle:浙GA1234
            world:
              places:
                road: [2500, 0]
              zones:
                works: {type: enterprise, at: [0, 0], enterprise: F1}
                pit: {type: pit, at: [5000, 0]}
              enterprises:
                F1: {roles: [generator]}
            cases:
              - name: more than 20 min
                events: ["22:00..22:10 every 30s at works", "22:15 at road", "22:20..22:40:30 every 30s at pit"]
                expect: [raised yellow 22:40:30 until 22:40:30 night]
              - name: never at a pit
                events: ["22:00 at road", "22:15 at road"]
                expect: []
            """;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private int run(String... words) {
        return new ModelCommand(line -> said.add(line.replace(folder + "/", "")), complaints::add).run(List.of(words));
    }

    private String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toString();
    }

    @Test
    void anExpressionThatIsInterpretedIsTold() throws IOException {
        String text = MODEL.replace("core && night", "core && plate.matches('p.*')");
        assertEquals(0, run("check", file("a-long-stop.yaml", text)));
        assertEquals(
                List.of(
                        "a-long-stop.yaml:18:11: note: interpreted, because not compiled is matches_string",
                        "a-long-stop.yaml: ok, a-long-stop version 1"),
                said);
    }

    @Test
    void whatIsAskedForInVainIsTold() throws IOException {
        String text = new String(
                Objects.requireNonNull(
                                getClass().getResourceAsStream("/library/enterprise/enterprise-linked-vehicles.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String wider = text.replace("woodland, sensitive]", "protected, mine]")
                .replace("slow: {value: 10", "slow: {value: 31");
        assertEquals(
                0,
                run(
                        "check",
                        file("a/enterprise-linked-vehicles.yaml", text),
                        file("b/enterprise-linked-vehicles.yaml", wider)));
        assertEquals(
                List.of(
                        "a/enterprise-linked-vehicles.yaml: ok, enterprise-linked-vehicles version 1",
                        "b/enterprise-linked-vehicles.yaml: note: sensitiveTypes: ingest-service tells of no place in a zone of type mine",
                        "b/enterprise-linked-vehicles.yaml: note: slow: reports of more than 30 km/h are not kept",
                        "b/enterprise-linked-vehicles.yaml: ok, enterprise-linked-vehicles version 1"),
                said);
    }

    @Test
    void goodFilesAreOk() throws IOException {
        assertEquals(0, run("check", file("a/a-long-stop.yaml", MODEL), file("b/a-long-stop.yaml", MODEL)));
        assertEquals(
                List.of(
                        "a/a-long-stop.yaml: ok, a-long-stop version 1",
                        "b/a-long-stop.yaml: ok, a-long-stop version 1"),
                said);
    }

    @Test
    void everyProblemOfEveryFileIsTold() throws IOException {
        String bad = MODEL.replace("version: 1", "version: one").replace("hasSource &&", "hasSauce &&");
        assertEquals(
                1,
                run(
                        "check",
                        file("bad.yaml", bad),
                        file("a-long-stop.yaml", MODEL),
                        folder.resolve("gone.yaml").toString(),
                        file("empty.yaml", ""),
                        file("other.yaml", MODEL)));
        assertEquals(
                List.of(
                        "bad.yaml:2:10: 'version': 'one' is not a whole number",
                        "bad.yaml:20:11: 'when': undeclared reference to 'hasSauce' (in container '')",
                        "a-long-stop.yaml: ok, a-long-stop version 1",
                        "gone.yaml:1:1: there is no such file",
                        "empty.yaml:1:1: the file is empty",
                        "other.yaml:1:5: 'id': the file must have the name of its model: a-long-stop.yaml, not other.yaml"),
                said);
    }

    @Test
    void casesThatGoAsTheySay() throws IOException {
        file("stop.cases.yaml", CASES);
        assertEquals(0, run("test", file("stop.yaml", MODEL)));
        assertEquals(
                List.of("ok       more than 20 min", "ok       never at a pit", "a-long-stop: 2 cases, 2 ok, 0 differ"),
                said);
    }

    @Test
    void aCaseThatDiffersAndOneThatIsNotUnderstood() throws IOException {
        String table =
                CASES.replace("until 22:40:30 night", "until 22:41").replace("\"22:00 at road\"", "\"22:00 on road\"");
        assertEquals(1, run("test", file("stop.yaml", MODEL), file("other.yaml", table)));
        assertEquals(
                List.of(
                        "differs  more than 20 min (other.yaml:12:5)",
                        "         expected raised yellow 22:40:30 until 22:41",
                        "         said     raised yellow 22:40:30 until 22:40:30 night",
                        "other.yaml:16:14: '22:00 on road': 'on' is none of filed, picked-up, received, confirmed, rejected, voided",
                        "a-long-stop: 2 cases, 0 ok, 2 differ"),
                said);
    }

    @Test
    void aModelOfTheLibraryIsReplacedByTheFile() throws IOException {
        String table = CASES.replace(
                "raised yellow 22:40:30 until 22:40:30 night", "raised yellow 22:40:30 until 22:40:30 night");
        String model =
                MODEL.replace("id: a-long-stop", "id: vehicle-suspicious-stop").replace("value: 20", "value: 30");
        assertEquals(1, run("test", file("stop.yaml", model), file("stop.cases.yaml", table)));
        assertEquals("         said     nothing", said.get(2));
    }

    @Test
    void aMomentIsExplainedClauseByClause() throws IOException {
        assertEquals(0, run("explain", file("stop.yaml", MODEL), file("cases.yaml", CASES), "more than 20 min"));
        assertEquals("a-long-stop version 1, case 'more than 20 min' (cases.yaml:12:5)", said.get(0));
        int moment = said.indexOf("22:40:30  yellow, score 75, aggravations: night");
        assertTrue(moment > 0, () -> String.join("\n", said));
        assertEquals(
                List.of(
                        "  red",
                        "    no  all of",
                        "        no  core   [core = false]",
                        "        yes night   [night = true]",
                        "  yellow (found)",
                        "    yes all of",
                        "        yes hasSource   [hasSource = true]",
                        "        yes one of",
                        "            yes dwell > stay   [dwell = 20 min 30 s, stay = 20 min]",
                        "            no  all of",
                        "                no  core   [core = false]",
                        "                yes dwell > stayCore   [dwell = 20 min 30 s, stayCore = 3 min]",
                        "=> raised yellow 22:40:30 until 22:40:30 night: 浙GA1234 stays in pit"),
                said.subList(moment + 2, said.size()));
        assertTrue(said.contains("22:23:30  no level"), () -> String.join("\n", said));
    }

    @Test
    void aCaseInWhichThereIsNothingToJudge() throws IOException {
        assertEquals(0, run("explain", file("stop.yaml", MODEL), file("cases.yaml", CASES), "never at a pit"));
        assertEquals("nothing to judge: the operator stay-after-source found no situation", said.get(1));
    }

    @Test
    void aCaseThatIsNotInTheTable() throws IOException {
        assertEquals(2, run("explain", file("stop.yaml", MODEL), file("cases.yaml", CASES), "never"));
        assertTrue(complaints.get(0).startsWith("there is no case 'never' in "), complaints.get(0));
    }

    @Test
    void theSchema() {
        assertEquals(0, run("schema"));
        assertEquals(ModelSchema.text().stripTrailing(), said.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "test", "test a b c", "explain a b", "schema a", "guess a"})
    void whatIsNotUnderstood(String words) {
        assertEquals(2, run(words.isEmpty() ? new String[0] : words.split(" ", -1)));
        assertTrue(complaints.get(0).startsWith("'model " + words + "' is not understood; it is model check FILE"));
        assertEquals(List.of(), said);
    }
}
