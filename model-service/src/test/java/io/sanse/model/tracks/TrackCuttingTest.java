package io.sanse.model.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.service.Track;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackCuttingTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1");
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static String shape(List<Observation> observations) {
        Track track = TrackCutting.cut(TRUCK, observations);
        return track.segments().stream()
                .map(segment -> "" + segment.points().size())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}: fixes at seconds {1} make segments of {2}")
    @CsvSource({
        "nothing, '', ''",
        "one fix, 0, 1",
        "no gap, 0 30 60, 3",
        "599 s, 0 599, 2",
        "600 s, 0 600, 2",
        "601 s is a gap, 0 601, 1 1",
        "two gaps, 0 30 700 730 2000, 2 2 1",
    })
    void gapsAreGaps(String row, String seconds, String segments) {
        List<Observation> fixes = Arrays.stream(seconds.split(" "))
                .filter(second -> !second.isEmpty())
                .map(second -> Positions.at("浙GA1", NOON.plusSeconds(Long.parseLong(second))))
                .toList();
        assertEquals(segments, shape(fixes));
    }

    @Test
    void aReportWithoutAFixIsNoPlaceAndBridgesNoGap() {
        assertEquals(
                "1 1",
                shape(List.of(
                        Positions.at("浙GA1", NOON),
                        Positions.at("浙GA1", NOON.plusSeconds(400), null),
                        Positions.at("浙GA1", NOON.plusSeconds(800)))));
    }

    @Test
    void aPointKeepsWhatWasReported() {
        Track.Point point = TrackCutting.cut(TRUCK, List.of(Positions.at("浙GA1", NOON)))
                .segments()
                .get(0)
                .points()
                .get(0);
        assertEquals(new Track.Point(NOON, 120.02, 28.89, 42.5), point);
    }
}
