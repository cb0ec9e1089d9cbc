package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.Certification.CertificationRequest;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.RetirementRequest;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.ModelVersionList.UnreadableVersion;
import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.OutcomeList.ModelOutcome;
import io.sanse.contract.service.OutcomeList.Precision;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers what it was told to. */
class LifeCommandTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T00:00:00Z");
    private static final String MODEL = "vehicle-suspicious-stop";

    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @RegisterExtension
    final ScriptedPlatform platform = new ScriptedPlatform();

    private List<String> requests() {
        return platform.requests.stream()
                .map(request -> (request.call() + ' ' + request.body()).strip())
                .toList();
    }

    private void willAnswer(Object... records) {
        List.of(records).forEach(platform::willAnswer);
    }

    private int run(String verb, String... words) {
        return new LifeCommand(lines::add, options -> new PlatformClient(platform.url(), "secret"))
                .run(verb, List.of(words));
    }

    private static ModelVersion version(VersionStage stage, TestReport test, RetirementRequest asked) {
        VersionStep step = new VersionStep(UUID.randomUUID(), NOON, "admin", VersionAction.RETIRE, stage, "why");
        return new ModelVersion(
                MODEL,
                3,
                6,
                stage,
                "operator",
                List.of("330784"),
                NOON,
                "text",
                "cases",
                test,
                null,
                null,
                asked,
                List.of(step));
    }

    private static ModelVersionList list(ModelVersion version) {
        Firing firing = new Firing(3, false, LocalDate.of(2026, 3, 5), "330784", 4, 1);
        return new ModelVersionList(
                List.of(version),
                List.of(firing),
                List.of(),
                List.of(),
                List.of(new UnreadableVersion(3, "text:2:1: gone")));
    }

    private static Certification certification(boolean overdue, CertificationRequest asked) {
        return new Certification(MODEL, 2, 7, NOON, overdue, asked, List.of());
    }

    @Test
    void allModelsWithDateAndOutcome() {
        LocalizedText text = new LocalizedText("名", "name");
        willAnswer(
                new ModelList(List.of(new ModelList.Model(
                        MODEL,
                        2,
                        "vehicle",
                        text,
                        text,
                        Level.YELLOW,
                        "live",
                        List.of(),
                        List.of(),
                        List.of(
                                new ModelList.Silence("zone", "Z-7", NOON, LATER, true, "bureau", "road works"),
                                new ModelList.Silence(null, null, NOON, LATER, false, "desk", "drill")),
                        "source"))),
                new CertificationList(List.of(certification(true, null)), 30),
                new OutcomeList(List.of(new ModelOutcome(MODEL, 40, 9, 1, 0, 0, 10, 10, Precision.of(9, 1)))));
        assertEquals(0, run("versions"));
        assertEquals(
                List.of(
                        "vehicle-suspicious-stop             2  live",
                        "  silent of zone Z-7 now, until 2026-04-01T00:00:00Z: road works (bureau)",
                        "  silent everywhere from 2026-03-05T04:00:00Z, until 2026-04-01T00:00:00Z: drill (desk)",
                        "  OVERDUE: was certified until 2026-03-05T04:00:00Z",
                        "  40 alerts, 90 % of the verified confirmed (60–98 %), 25 % never acted on"),
                lines);
        assertEquals(
                List.of("GET /api/v1/models", "GET /api/v1/models/certifications", "GET /api/v1/models/outcomes"),
                requests());
    }

    @Test
    void theVersionsOfAModelStepByStep() {
        willAnswer(list(version(VersionStage.CANARY, null, new RetirementRequest("admin", NOON, "too many"))));
        assertEquals(0, run("versions", MODEL));
        assertEquals(
                List.of(
                        "vehicle-suspicious-stop version 3: canary in 330784 from 2026-03-05T04:00:00Z",
                        "  admin asks to retire it (too many); somebody else may agree: retire",
                        "  CANNOT BE READ any more and does not judge: text:2:1: gone",
                        "  2026-03-05T04:00:00Z  admin  asks to retire, still canary (why)",
                        "  in 31 days raised 4, on probation 0"),
                lines);
    }

    @Test
    void aStepIsTakenAtTheRevisionThatStands() {
        willAnswer(list(version(VersionStage.SHADOW, null, null)), version(VersionStage.CANARY, null, null));
        assertEquals(0, run("step", MODEL, "3", "canary", "--districts", "330784,330726", "--reason", "found"));
        assertEquals(
                "POST /api/v1/models/vehicle-suspicious-stop/versions/3/commands "
                        + "{\"action\":\"canary\",\"expectedRevision\":6,\"districts\":[\"330784\",\"330726\"],\"reason\":\"found\"}",
                requests().get(1));
    }

    @Test
    void casesThatDifferAreTold() {
        TestReport test = new TestReport(3, List.of("limit: expected [], was [raised]"));
        willAnswer(list(version(VersionStage.DRAFT, null, null)), version(VersionStage.DRAFT, test, null));
        assertEquals(1, run("step", MODEL, "3", "test"));
        assertEquals("  differs: limit: expected [], was [raised]", lines.get(1));
    }

    @ParameterizedTest(name = "step {0} {1}: {2}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "3, promote, 'promote' is no step; it is one of test",
                "x, live, 'x' is no number of a version",
                "4, live, there is no version 4 of vehicle-suspicious-stop"
            })
    void whatIsNotUnderstoodIsToldAndNotOrdered(String number, String action, String complaint) {
        willAnswer(list(version(VersionStage.CANARY, null, null)));
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> run("step", MODEL, number, action));
        assertTrue(told.getMessage().startsWith(complaint), told.getMessage());
        assertTrue(requests().stream().noneMatch(request -> request.startsWith("POST")), () -> requests()
                .toString());
    }

    @Test
    void aDraftIsSentWithItsCases() throws IOException {
        String source = Library.load().models().stream()
                .filter(model -> model.id().equals(MODEL))
                .map(model -> model.head().source())
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(directory.resolve("stop.yaml"), source);
        Path cases = Files.writeString(directory.resolve("stop.cases.yaml"), "day: 2026-03-05");
        willAnswer(version(VersionStage.DRAFT, null, null));
        assertEquals(0, run("draft", file.toString()));
        assertTrue(requests().get(0).endsWith("\"cases\":\"day: 2026-03-05\"}"), () -> requests()
                .toString());
        platform.willAnswer(
                422,
                "{\"title\":\"x\",\"problems\":[{\"model\":\"cases\",\"line\":1,\"column\":5,\"what\":\"no cases\"}]}");
        ModelFileException refused = assertThrows(ModelFileException.class, () -> run("draft", file.toString()));
        assertEquals(cases + ":1:5: no cases", refused.getMessage());
    }

    @Test
    void aDateIsAskedFor() {
        Instant later = Instant.parse("2027-03-04T16:00:00Z");
        willAnswer(
                new CertificationList(List.of(certification(false, null)), 30),
                certification(false, new CertificationRequest("operator", NOON, later, null)));
        assertEquals(0, run("certify", MODEL, "--until", "2027-03-05"));
        assertEquals(
                "POST /api/v1/models/vehicle-suspicious-stop/versions/2/certifications "
                        + "{\"expectedRevision\":7,\"until\":\"2027-03-04T16:00:00Z\"}",
                requests().get(1));
        assertEquals(
                List.of("vehicle-suspicious-stop version 2: certified until 2026-03-05T04:00:00Z; "
                        + "operator asks for 2027-03-04T16:00:00Z"),
                lines);
    }

    @Test
    void aRefusalIsTold() {
        willAnswer(list(version(VersionStage.LIVE, null, null)));
        platform.willAnswer(403, "{\"title\":\"Forbidden\",\"detail\":\"four eyes\"}");
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> run("step", MODEL, "3", "retire"));
        assertEquals("the platform says 403: four eyes", told.getMessage());
    }
}
