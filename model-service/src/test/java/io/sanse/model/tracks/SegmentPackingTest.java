package io.sanse.model.tracks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentPackingTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @ParameterizedTest(name = "{0} positions of one truck in one hour: segments of {1}")
    @CsvSource({"1, 1", "127, 127", "128, 128", "129, 128;1", "300, 128;128;44"})
    void aSegmentHoldsAtMost128(int count, String sizes) {
        List<Observation> batch = IntStream.range(0, count)
                .mapToObj(i -> Positions.at("浙GA1", NOON.plusSeconds(i)))
                .toList();
        List<Segment> segments = SegmentPacking.pack(batch, 3, 77);
        assertEquals(sizes, segments.stream().map(one -> "" + one.count()).collect(Collectors.joining(";")));
        assertEquals(
                segments.size(), segments.stream().map(Segment::key).distinct().count());
    }

    @ParameterizedTest(name = "{0} and {1}: {2} segments")
    @CsvSource({
        "2026-03-05T12:00:00Z, 2026-03-05T12:59:59.999Z, 1",
        "2026-03-05T12:59:59.999Z, 2026-03-05T13:00:00Z, 2",
        "1969-12-31T23:59:59.999Z, 1970-01-01T00:00:00Z, 2"
    })
    void aSegmentIsOfOneHour(Instant one, Instant other, int segments) {
        List<Observation> batch = List.of(Positions.at("浙GA1", one), Positions.at("浙GA1", other));
        assertEquals(segments, SegmentPacking.pack(batch, 0, 0).size());
    }

    @Test
    void aSegmentSpansItsObservations() {
        Segment segment = SegmentPacking.pack(
                        List.of(Positions.at("浙GA1", NOON.plusSeconds(9)), Positions.at("浙GA1", NOON.plusSeconds(4))),
                        1,
                        5)
                .get(0);
        assertEquals(NOON.plusSeconds(4), segment.from());
        assertEquals(NOON.plusSeconds(9), segment.to());
        assertEquals(new Segment.Key("vehicle:浙GA1", SegmentPacking.hour(NOON), 1, 5, 0), segment.key());
    }

    @Test
    void progressStaysOut() {
        Observation progress = new Observation(
                new UUID(1, 1),
                new Source("gps", "jt808", "gps"),
                Subject.feed("gps"),
                List.of(),
                NOON,
                NOON,
                null,
                new Progress(NOON));
        assertEquals(List.of(), SegmentPacking.pack(List.of(progress), 0, 0));
    }

    @Test
    void nothingIsLostOrMixedUp() {
        Random random = new Random(5);
        List<Observation> batch = IntStream.range(0, 5_000)
                .mapToObj(i -> Positions.at("浙G" + random.nextInt(40), NOON.plusSeconds(random.nextInt(20_000))))
                .toList();
        List<Observation> unpacked = new ArrayList<>();
        for (Segment segment : SegmentPacking.pack(batch, 0, 0)) {
            List<Observation> observations =
                    ObservationFrames.decode(segment.packed()).observations();
            assertEquals(segment.count(), observations.size());
            observations.forEach(
                    one -> assertEquals(segment.key().subject(), one.subject().toString()));
            unpacked.addAll(observations);
        }
        assertEquals(sorted(batch), sorted(unpacked));
    }

    private static List<String> sorted(List<Observation> observations) {
        return observations.stream().map(Observation::toString).sorted().toList();
    }
}
