package io.sanse.model.detect.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");
    private static final long START = Instant.parse("2026-03-05T12:00:00Z").toEpochMilli();
    private static final int DAY_OF_REPORTS = 2_880;

    private final ByteMemory memory = new ByteMemory();
    private final TrackKeeper keeper = new TrackKeeper(Library.load().tracks());

    private static Fix fix(int second) {
        return Fix.of(report(START + second * 1_000L, new Position(0.0, 0, null, null, null, true, false, false)));
    }

    private static Observation report(long at, Position position) {
        return new Observation(
                new UUID(at, 7),
                new Source("gps", "jt808", "138"),
                TRUCK,
                List.of(),
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(at + 1_500),
                new GeoPoint(120.05, 28.9),
                position);
    }

    private VehicleTrack apply(VehicleTrack track, List<Fix> fixes) {
        keeper.apply(track, fixes, new TrackKeeper.Place(memory.segments(TRUCK), World.EMPTY, new Nothing()));
        return track;
    }

    /** Does not listen. */
    private static final class Nothing implements TrackEvents {
        @Override
        public void left(Visit visit) {
            throw new AssertionError("there are no zones");
        }

        @Override
        public void stayed(String zone) {
            throw new AssertionError("there are no zones");
        }

        @Override
        public void silent(Silence silence) {
            assertTrue(silence.until().at() > silence.from().at());
        }

        @Override
        public void rewound(long to) {
            assertTrue(to < Long.MAX_VALUE);
        }
    }

    static List<Position> positions() {
        return List.of(
                new Position(null, null, null, null, null, false, false, false),
                new Position(0.0, 0, 0, 0.0, LoadState.EMPTY, true, true, true),
                new Position(42.5, 359, -12, 123_456.7, LoadState.FULL, true, false, true),
                new Position(6_553.0, 90, 8_848, 1.0, LoadState.HALF, false, true, false));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aPositionStaysWhatItWas(Position position) {
        Fix fix = Fix.of(report(START, position));
        assertEquals(position, fix.position());
        assertEquals(new GeoPoint(120.05, 28.9), fix.location());
    }

    @Test
    void aRowOfReportsStaysWhatItWas() {
        Random random = new Random(3);
        List<Fix> fixes = new ArrayList<>();
        ByteSink sink = new ByteSink(16);
        for (int i = 0; i < 200; i++) {
            Fix fix = new Fix(
                    random.nextLong(),
                    random.nextLong(),
                    START + random.nextInt(),
                    START + random.nextInt(),
                    "feed" + random.nextInt(3),
                    random.nextInt(),
                    random.nextInt(10) == 0 ? Fix.NO_PLACE : random.nextInt(),
                    random.nextLong(),
                    random.nextInt());
            FixCodec.write(i == 0 ? null : fixes.get(i - 1), fix, sink);
            fixes.add(fix);
        }
        assertEquals(fixes, FixCodec.readAll(sink.toByteArray()));
    }

    @Test
    void aDayIsKeptInSegmentsAndADayBeforeIsForgotten() {
        VehicleTrack track = new VehicleTrack();
        for (int report = 0; report < 2 * DAY_OF_REPORTS; report++) {
            track = VehicleTrack.ofBytes(apply(track, List.of(fix(30 * report))).toBytes());
        }
        int day = DAY_OF_REPORTS / 8;
        int hour = day / 24;
        assertTrue(memory.segmentCount() >= day && memory.segmentCount() <= day + hour + 2, "" + memory.segmentCount());
    }

    @Test
    void aReportOlderThanADayIsTooLateAndOneOfADayIsNot() {
        VehicleTrack track = new VehicleTrack();
        apply(track, List.of(fix(90_000)));
        TrackKeeper.Place place = new TrackKeeper.Place(memory.segments(TRUCK), World.EMPTY, new Nothing());
        assertEquals(1, keeper.apply(track, List.of(fix(3_599)), place));
        assertEquals(0, keeper.apply(track, List.of(fix(3_600)), place));
    }

    @Test
    void anyOrderLeadsToTheSameBytes() {
        List<Fix> fixes = new ArrayList<>();
        for (int report = 0; report < 100; report++) {
            fixes.add(fix(30 * report));
        }
        byte[] expected = foldOf(fixes);
        for (long seed = 0; seed < 20; seed++) {
            List<Fix> shuffled = new ArrayList<>(fixes);
            shuffled.addAll(fixes.subList(20, 40));
            java.util.Collections.shuffle(shuffled, new Random(seed));
            assertArrayEquals(expected, foldOf(shuffled));
        }
    }

    private byte[] foldOf(List<Fix> fixes) {
        SegmentStore segments = new ByteMemory().segments(TRUCK);
        VehicleTrack track = new VehicleTrack();
        fixes.forEach(
                fix -> keeper.apply(track, List.of(fix), new TrackKeeper.Place(segments, World.EMPTY, new Nothing())));
        ByteSink sink = new ByteSink(64);
        FixCodec.write(null, track.fold().last(), sink);
        track.fold().write(sink);
        return sink.toByteArray();
    }
}
