package io.sanse.model.detect.recording;

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
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Months of complaints of a city about its air, noise and waste, some of them listed twice. Any slice of the recording will do: the place that most of them are about makes the largest case. */
class ComplaintsTest {
    private static final double NEAR_M = 1_000;
    private static final int REPORTERS = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    @Test
    void thePlaceOfTheMostComplaintsMakesTheLargestCase() {
        for (Path file : Recordings.files("data/reports", "chicago_env_complaints_*.csv*")) {
            List<Observation> complaints = complaints(file);
            Replay replay = new Replay(Library.load(), World.EMPTY);
            complaints.forEach(replay::observe);
            List<Detection> cases = replay.lastWords("clue-cluster");
            assertTrue(cases.stream().allMatch(one -> one.evidence().size() >= REPORTERS), file::toString);
            Detection largest = cases.stream()
                    .max(Comparator.comparingInt(one -> one.evidence().size()))
                    .orElseThrow();
            assertTrue(largest.location().distanceM(worst(complaints)) < NEAR_M, largest::toString);
        }
    }

    private static GeoPoint worst(List<Observation> complaints) {
        return complaints.stream().collect(Collectors.groupingBy(ComplaintsTest::hundredMetres)).values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow()
                .get(0)
                .location();
    }

    private static String hundredMetres(Observation complaint) {
        GeoPoint place = complaint.location();
        return Math.round(place.longitude() * 1_000) + " " + Math.round(place.latitude() * 1_000);
    }

    private static List<Observation> complaints(Path file) {
        return Recorded.rows(file).stream()
                .filter(row -> !row.get("LATITUDE").isBlank())
                .map(ComplaintsTest::complaint)
                .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
                .toList();
    }

    private static Observation complaint(Map<String, String> row) {
        Instant at =
                LocalDate.parse(row.get("COMPLAINT DATE"), DAY).atStartOfDay().toInstant(ZoneOffset.ofHours(-6));
        GeoPoint place =
                new GeoPoint(Double.parseDouble(row.get("LONGITUDE")), Double.parseDouble(row.get("LATITUDE")));
        List<Subject> around = ClueGrid.cells(place);
        return new Observation(
                ObservationId.of(Kind.CLUE, "311", at, row.get("COMPLAINT ID")),
                new Source("311", "test", "311"),
                around.get(0),
                around.subList(1, around.size()),
                at,
                at,
                place,
                new Clue(row.get("COMPLAINT ID"), "hotline", row.get("COMPLAINT DETAIL"), null));
    }
}
