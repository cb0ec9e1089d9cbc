package io.sanse.model.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A truck that leaves a works and stays in a pit for 25 min, out of files. */
class BacktestCommandTest {
    private static final Instant START = Instant.parse("2026-03-05T14:00:00Z");
    private static final double HALF = 0.002;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private int run(String... words) {
        return new ModelCommand(line -> said.add(line.replace(folder + "/", "")), complaints::add).run(List.of(words));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String observations() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int minute = 0; minute < 45; minute++) {
            double longitude = minute < 5 ? 120.0 : minute < 15 ? 120.05 : minute < 41 ? 120.1 : 120.15;
            lines.add(Json.text(position(START.plusSeconds(60L * minute), longitude)));
        }
        return file("night.jsonl", String.join("\n", lines) + "\n\n");
    }

    private static Observation position(Instant at, double longitude) {
        return new Observation(
                ObservationId.of(Kind.POSITION, "138", at, ""),
                new Source("gps", "jt808", "138"),
                Subject.vehicle("浙GA1234"),
                List.of(),
                at,
                at,
                new GeoPoint(longitude, 28.9),
                new Position(0.0, 0, null, null, null, true, false, false));
    }

    private String registry() throws IOException {
        return file(
                "registry.jsonl",
                Json.text(zone("works", "enterprise", 120.0)) + "\n" + Json.text(zone("pit", "pit", 120.1)) + "\n");
    }

    private static RegistryEntry zone(String id, String type, double longitude) {
        List<GeoPoint> boundary = List.of(
                new GeoPoint(longitude - HALF, 28.9 - HALF),
                new GeoPoint(longitude + HALF, 28.9 - HALF),
                new GeoPoint(longitude + HALF, 28.9 + HALF),
                new GeoPoint(longitude - HALF, 28.9 + HALF));
        return new RegistryEntry(
                id, 1, START, new Details.Zone(new LocalizedText(id + "区", id), type, false, null, "330784", boundary));
    }

    /** The live model with other thresholds. */
    private String version(String name, int stayMinutes) throws IOException {
        String live = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/library/vehicle/vehicle-suspicious-stop.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        return file(
                name,
                live.replaceFirst("stay: \\{value: 20", "stay: {value: " + stayMinutes)
                        .replaceFirst("version: \\d+", "version: 99"));
    }

    @Test
    void whatTheLiveModelsFindIsCountedByDayLevelAndDistrict() throws IOException {
        assertEquals(0, run("backtest", "--observations", observations(), "--registry", registry()));
        assertTrue(
                said.contains("vehicle-suspicious-stop      2026-03-05 yellow 330784           1         0"),
                said::toString);
        assertTrue(
                said.contains("vehicle-suspicious-stop      330784           1        1.0           1      3.0"),
                said::toString);
        assertTrue(said.get(said.size() - 1).contains(": 45 observations in "), said::toString);
    }

    @Test
    void whatWasFoundIsWrittenOneByOne() throws IOException {
        Path found = folder.resolve("found.jsonl");
        assertEquals(
                0,
                run(
                        "backtest",
                        "--observations",
                        observations(),
                        "--registry",
                        registry(),
                        "--detections",
                        found.toString()));
        List<String> lines = Files.readAllLines(found);
        assertEquals(1, lines.size());
        assertEquals(
                Subject.vehicle("浙GA1234"),
                Json.parse(lines.get(0), Detection.class).subject());
    }

    /** Three cars through three lonely gates: the site hears of it because each capture mentions it. */
    @Test
    void whoIsMentionedHearsOfIt() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int gate = 0; gate < 3; gate++) {
            for (String plate : List.of("A1", "A2", "A3")) {
                lines.add(Json.text(capture(START.plusSeconds(600L * gate), "gate" + gate, plate)));
            }
        }
        assertEquals(0, run("backtest", "--observations", file("gates.jsonl", String.join("\n", lines))));
        assertTrue(said.stream().anyMatch(line -> line.startsWith("convoy ")), said::toString);
    }

    private static Observation capture(Instant at, String camera, String plate) {
        return new Observation(
                ObservationId.of(Kind.CAPTURE, camera, at, plate),
                new Source("gates", "http", camera),
                Subject.vehicle(plate),
                List.of(Subject.site("park")),
                at,
                at,
                new GeoPoint(120.0, 28.9),
                new Capture(camera, plate, null, "car", null, null, null, null));
    }

    @Test
    void aVersionThatIsStricterFindsLess() throws IOException {
        String strict = version("strict.yaml", 30);
        assertEquals(0, run("diff", strict, "--observations", observations(), "--registry", registry()));
        assertTrue(
                said.get(0)
                        .matches("vehicle-suspicious-stop: version 99 against \\d+: "
                                + "0 the same, 0 at another level, 0 more, 1 fewer"),
                said::toString);
        assertTrue(said.get(1).startsWith("- 2026-03-05 22:"), said::toString);
    }

    @Test
    void twoFilesAreCompared() throws IOException {
        assertEquals(
                0,
                run(
                        "diff",
                        version("loose.yaml", 10),
                        version("strict.yaml", 30),
                        "--observations",
                        observations(),
                        "--registry",
                        registry()));
        assertTrue(said.get(0).endsWith("0 the same, 0 at another level, 1 more, 0 fewer"), said::toString);
    }

    @Test
    void detectionsOutsideThePeriodDoNotCount() throws IOException {
        assertEquals(
                0,
                run(
                        "backtest",
                        "--observations",
                        observations(),
                        "--registry",
                        registry(),
                        "--from",
                        "2026-03-05T22:00",
                        "--to",
                        "2026-03-05T22:30"));
        assertTrue(said.contains("no detections"), said::toString);
    }

    @Test
    void aLineThatIsNoObservationIsTold() throws IOException {
        String file = file("bad.jsonl", "\n{\"id\": 7}\n");
        assertEquals(1, run("backtest", "--observations", file));
        assertTrue(said.get(0).startsWith("bad.jsonl:2:"), said::toString);
    }

    @Test
    void aModelThatIsWrongIsTold() throws IOException {
        String wrong = file("wrong.yaml", "id: [");
        assertEquals(1, run("diff", wrong, "--observations", observations()));
        assertTrue(said.get(0).startsWith("wrong.yaml:"), said::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "backtest                                       | --from and --to are needed",
                "backtest --from 2026-03-05                     | --from and --to are needed",
                "backtest --from 2026-03-05 --to 2026-03-06 --detections f | --detections belongs to --observations: a platform tells of what it found itself",
                "backtest --from 2026-03-05 --to                | --to needs a value",
                "backtest --frm 2026-03-05                      | '--frm' is not understood",
                "backtest --from noon --to 2026-03-05           | 'noon' is no time: write 2026-03-05T22:00 or 2026-03-05T14:00:00Z",
                "backtest --from 2026-03-05 --to 2026-03-05     | from must be before until",
                "diff --from 2026-03-05 --to 2026-03-06         | diff compares FILE with OTHER or live",
                "backtest --observations x --warm-up soon       | --warm-up is a number of hours, not 'soon'"
            })
    void wordsThatAreNotUnderstood(String words, String complaint) {
        assertEquals(2, run(words.split(" ")));
        assertEquals(List.of(complaint), complaints);
    }
}
