package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.ClueGrid;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Source;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Half a year of complaints of a city about its air, noise and waste, some of them listed twice; those about one asphalt plant are the most. */
class ComplaintsTest {
    private static final GeoPoint PLANT = new GeoPoint(-87.6774, 41.8227);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    @Test
    void thePlantMakesTheLargestCase() throws IOException {
        List<Observation> complaints = complaints();
        assertEquals(1_238, complaints.size());
        Replay replay = new Replay(Library.load(), World.EMPTY);
        complaints.forEach(replay::observe);
        List<Detection> cases = replay.lastWords("clue-cluster");
        assertTrue(cases.size() >= 20 && cases.size() <= 30, cases.size() + " cases");
        Detection largest = cases.stream()
                .max(Comparator.comparingInt(one -> one.evidence().size()))
                .orElseThrow();
        assertTrue(largest.location().distanceM(PLANT) < 1_000, largest::toString);
        assertTrue(largest.evidence().size() >= 20, largest.text()::en);
    }

    private static List<Observation> complaints() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(Recordings.file("data/reports/chicago_env_complaints_2021H1.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> complaint(line.split(COMMA, -1)))
                    .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
                    .toList();
        }
    }

    private static Observation complaint(String[] cells) {
        Instant at = LocalDate.parse(cells[3], DAY).atStartOfDay().toInstant(ZoneOffset.ofHours(-6));
        GeoPoint place = new GeoPoint(Double.parseDouble(cells[9]), Double.parseDouble(cells[8]));
        List<Subject> around = ClueGrid.cells(place);
        return new Observation(
                ObservationId.of(Kind.CLUE, "311", at, cells[0]),
                new Source("311", "test", "311"),
                around.get(0),
                around.subList(1, around.size()),
                at,
                at,
                place,
                new Clue(cells[0], "hotline", cells[4], null));
    }
}
