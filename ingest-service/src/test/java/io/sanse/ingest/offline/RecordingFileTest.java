package io.sanse.ingest.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.ingest.offline.RecordingFile.Result;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {
    private static final String CAPTURE = """
            {"observedAt": "2015-06-02T04:47:23+08:00", "payload": {"kind": "capture", "camera": "gate6", "plate": "A-1", "vehicleClass": "heavy-truck"}}""";
    private static final String CAMERA = """
            {"observedAt": "2015-06-01T00:00:00Z", "payload": {"kind": "registration", "id": "gate6", "details": {"kind": "camera",
            "name": {"zh": "六号", "en": "six"}, "location": {"longitude": 120.05, "latitude": 28.9}, "division": "330784", "site": "park"}}}""".replace("\n", " ");
    private static final String READING = """
            {"observedAt": "2016-04-01T00:00:00Z", "subject": "station:S2", "payload": {"kind": "reading", "interval": "hour",
            "factors": [{"code": "a34004", "value": 35, "unit": "ug/m3", "flag": "N"}]}}""".replace("\n", " ");

    private static final String STATION = """
            {"observedAt": "2016-04-01T00:00:00Z", "payload": {"kind": "registration", "id": "S1", "details": {"kind": "station",
            "name": {"zh": "一", "en": "one"}, "password": "p", "feed": "air", "division": "330784", "location": {"longitude": 120.0, "latitude": 28.9},
            "neighbours": ["S2"], "units": {"a34004": "ug/m3"}, "crc": "HJ212"}}}""".replace("\n", " ");

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Path items;
    private Path observations;
    private Path registry;

    @BeforeEach
    void name() {
        items = folder.resolve("items.jsonl");
        observations = folder.resolve("observations.jsonl");
        registry = folder.resolve("registry.jsonl");
    }

    private Result convert(String... lines) throws IOException {
        Files.writeString(items, String.join("\r\n", lines));
        return new RecordingFile(items, complaints::add).write(observations, registry);
    }

    private List<Observation> written() throws IOException {
        List<Observation> all = new ArrayList<>();
        for (String line : Files.readAllLines(observations)) {
            all.add(Json.parse(line, Observation.class));
        }
        return all;
    }

    @Test
    void whatIsRegisteredBehindItCountsToo() throws IOException {
        assertEquals(new Result(1, 1, Map.of()), convert("\uFEFF" + CAPTURE, "", CAMERA));
        Observation capture = written().get(0);
        assertEquals(Subject.vehicle("A1"), capture.subject());
        assertTrue(capture.mentions().contains(Subject.site("park")), capture::toString);
        assertEquals(120.05, capture.location().longitude());
        assertEquals(capture.observedAt(), capture.receivedAt());
        assertEquals(
                "gate6",
                Json.parse(Files.readString(registry), RegistryEntry.class).id());
    }

    @Test
    void aStationsNeighboursHearOfIt() throws IOException {
        convert(READING, STATION);
        assertEquals(List.of(), complaints);
        assertEquals(List.of(Subject.station("S1")), written().get(0).mentions());
    }

    @Test
    void theSameRecordingMakesTheSameIds() throws IOException {
        convert(CAMERA, CAPTURE);
        String first = Files.readString(observations);
        convert(CAMERA, CAPTURE);
        assertEquals(first, Files.readString(observations));
    }

    @Test
    void aBatchIsManyItems() throws IOException {
        assertEquals(
                2,
                convert("{\"observations\": [" + CAPTURE + "," + READING + "]}").observations());
    }

    @Test
    void whatCannotBeUsedIsToldByItsLine() throws IOException {
        String old = CAPTURE.replace("2015", "2008");
        assertEquals(
                new Result(1, 0, Map.of("time-out-of-range", 1L, "schema", 2L)),
                convert(old, CAPTURE, "{\"observedAt\": \"2015", "[1]"));
        assertEquals(
                List.of(
                        items + ":1: time-out-of-range: observedAt 2008-06-01T20:47:23Z is before 2010-01-01T00:00:00Z",
                        items + ":3: schema: the item is not an object",
                        items + ":4: schema: the item is not an object"),
                complaints);
    }

    @Test
    void theSameMistakeIsToldFiveTimesAndCounted() throws IOException {
        String unknown = CAPTURE.replace("{\"observedAt\"", "{\"feed\": \"gates\", \"observedAt\"");
        String[] lines = Collections.nCopies(6, unknown).toArray(String[]::new);
        assertEquals(new Result(0, 0, Map.of("unknown-feed", 6L)), convert(lines));
        assertEquals(5, complaints.size());
    }

    @Test
    void anEmptyFileIsEmpty() throws IOException {
        assertEquals(new Result(0, 0, Map.of()), convert(""));
    }
}
