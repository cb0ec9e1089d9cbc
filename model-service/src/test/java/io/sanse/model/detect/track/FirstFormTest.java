package io.sanse.model.detect.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tracks as the first releases stored them: a truck that stands in a pit for 25 minutes, then seems to be far away. */
class FirstFormTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");
    private static final long START = Instant.parse("2026-03-05T12:00:00Z").toEpochMilli();
    private static final int STORED = 26;
    private static final World WORLD = World.of(List.of(new RegistryEntry(
            "Z1",
            1,
            Instant.EPOCH,
            new Details.Zone(
                    new LocalizedText("坑", "pit"),
                    "pit",
                    false,
                    null,
                    "330784",
                    List.of(
                            new GeoPoint(120.0, 28.8),
                            new GeoPoint(120.1, 28.8),
                            new GeoPoint(120.1, 29.0),
                            new GeoPoint(120.0, 29.0))))));

    private final TrackKeeper keeper = new TrackKeeper(Library.load().tracks());
    private final ByteMemory memory = new ByteMemory();

    private static Fix fix(double minute) {
        boolean isFar = minute == STORED - 1;
        long at = START + Math.round(minute * 60_000);
        return Fix.of(new Observation(
                new UUID(at, 7),
                new Source("gps", "jt808", "138"),
                TRUCK,
                List.of(),
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(at + 1_500),
                new GeoPoint(isFar ? 130.0 : 120.05 + minute * 1e-5, 28.9),
                new Position(0.0, 0, null, 12.3, null, true, false, false)));
    }

    private static byte[] stored(int line) throws IOException {
        try (InputStream lines = FirstFormTest.class.getResourceAsStream("first-form.txt")) {
            String text = new String(lines.readAllBytes(), StandardCharsets.US_ASCII);
            return Base64.getDecoder().decode(text.lines().toList().get(line));
        }
    }

    private byte[] follow(VehicleTrack track, SegmentStore segments, double... minutes) {
        for (double minute : minutes) {
            keeper.apply(track, List.of(fix(minute)), new TrackKeeper.Place(segments, WORLD, new Deaf()));
        }
        return track.toBytes();
    }

    @Test
    void aTrackGoesOnAsIfItHadAlwaysBeenStoredAsNow() throws IOException {
        VehicleTrack fresh = new VehicleTrack();
        SegmentStore own = memory.segments(TRUCK);
        for (int minute = 0; minute < STORED; minute++) {
            follow(fresh, own, minute);
        }
        VehicleTrack track = VehicleTrack.ofBytes(stored(0));
        assertEquals(fix(STORED - 1), track.fold().last());
        assertArrayEquals(fresh.toBytes(), track.toBytes());
        SegmentStore segments = new ByteMemory().segments(TRUCK);
        for (int line = 1; line <= 3; line++) {
            segments.put(TrackSegment.ofBytes(stored(line)));
        }
        double[] more = {26, 27, 20.5, 28, 12.5, 29};
        assertArrayEquals(follow(fresh, own, more), follow(track, segments, more));
    }

    /** Does not listen. */
    private static final class Deaf implements TrackEvents {
        @Override
        public void left(Visit visit) {
            throw new AssertionError("it stays");
        }

        @Override
        public void stayed(String zone) {
            assertEquals("Z1", zone);
        }

        @Override
        public void silent(Silence silence) {
            throw new AssertionError("it reports");
        }

        @Override
        public void rewound(long to) {
            // a late report is part of it
        }
    }
}
