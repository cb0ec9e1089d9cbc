package io.sanse.contract.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObservationFramesTest {
    private static final Instant NIGHT = Instant.parse("2026-03-05T18:00:00.123Z");
    private static final Source SOURCE = new Source("west", "jt808", "13800000000");

    @Test
    void everyKindComesBackAsItWent() {
        List<Observation> sent = List.of(
                observation(new Position(33.5, 283, -12, 314.1, LoadState.FULL, true, false, true)),
                observation(new Position(null, null, null, null, null, false, true, false)),
                observation(new Capture("C1", "浙GA1234", "yellow", "dump-truck", "in", LoadState.EMPTY, 0.93, null)),
                observation(new Reading(
                        Reading.Interval.HOUR, List.of(new Reading.Factor("a34004", 35.0, 30.0, 41.0, "ug/m3", "N")))),
                observation(new ManifestStep(
                        "M1",
                        ManifestStep.Step.PICKED_UP,
                        "E1",
                        "E2",
                        "E3",
                        "浙GA1234",
                        "900-249-08",
                        true,
                        3.2,
                        null,
                        null,
                        45,
                        "P1",
                        "P2")),
                observation(new Weighing("S1", Weighing.Side.SENT, "浙GA1234", "M1", 12.5, 9.3, 3.2)),
                observation(new LedgerEntry(LedgerEntry.Entry.STORED, "E1", "L1", "900-249-08", true, 1.5)),
                observation(new Progress(Instant.EPOCH)),
                observation(new Operation("E1", Operation.Measure.RAW_MATERIAL, Instant.EPOCH, 12.5)),
                observation(new Offence(
                        "O1",
                        Offence.Matter.DUMPING,
                        Offence.Standing.SUSPECTED,
                        List.of("P1"),
                        List.of(),
                        List.of("浙GA1234"),
                        true,
                        1.2,
                        "倾倒")),
                observation(new Clue("C1", "hotline", "有人倾倒垃圾", null)));
        ObservationFrames.Frame frame = ObservationFrames.decode(ObservationFrames.encode(sent));
        assertEquals(List.of(), frame.unreadable());
        assertEquals(sent, frame.observations());
    }

    @Test
    void holds128ObservationsAndNoMore() {
        List<Observation> full = new ArrayList<>();
        for (int i = 0; i < ObservationFrames.MAX_OBSERVATIONS; i++) {
            full.add(observation(new Progress(Instant.EPOCH)));
        }
        assertEquals(
                128,
                ObservationFrames.decode(ObservationFrames.encode(full))
                        .observations()
                        .size());
        full.add(observation(new Progress(Instant.EPOCH)));
        assertThrows(IllegalArgumentException.class, () -> ObservationFrames.encode(full));
        assertThrows(IllegalArgumentException.class, () -> ObservationFrames.encode(List.of()));
    }

    @Test
    void anUnreadableObservationLosesNoOther() {
        List<Observation> sent = List.of(
                observation(new Progress(Instant.EPOCH)),
                observation(new LedgerEntry(LedgerEntry.Entry.STORED, "E1", "L1", "900-249-08", true, 1.5)),
                observation(new Progress(Instant.EPOCH)));
        byte[] frame = ObservationFrames.encode(sent);
        int brace = new String(frame, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("{\"kind\":\"ledger\"");
        frame[brace] = '[';
        ObservationFrames.Frame read = ObservationFrames.decode(frame);
        assertEquals(List.of(sent.get(0), sent.get(2)), read.observations());
        assertEquals(1, read.unreadable().size());
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(7);
        byte[] good = ObservationFrames.encode(List.of(
                observation(new Position(33.5, 283, 12, 314.1, null, true, false, false)),
                observation(new Progress(Instant.EPOCH))));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? good.clone() : new byte[random.nextInt(80)];
            if (i % 2 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(bytes);
            }
            ObservationFrames.Frame frame = ObservationFrames.decode(bytes);
            assertTrue(frame.observations().size() <= 2);
        }
    }

    @Test
    void theSameReportHasTheSameIdAndAnotherDoesNot() {
        assertEquals(
                ObservationId.of(Kind.POSITION, "d", NIGHT, "30.1,120.2"),
                ObservationId.of(Kind.POSITION, "d", NIGHT, "30.1,120.2"));
        assertEquals(8, ObservationId.of(Kind.POSITION, "d", NIGHT, "").version());
        List<java.util.UUID> others = List.of(
                ObservationId.of(Kind.CAPTURE, "d", NIGHT, "x"),
                ObservationId.of(Kind.POSITION, "dx", NIGHT, ""),
                ObservationId.of(Kind.POSITION, "d", NIGHT.plusMillis(1), "x"),
                ObservationId.of(Kind.POSITION, "d", NIGHT, "x"));
        assertEquals(4, others.stream().distinct().count());
    }

    private static Observation observation(Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), "13800000000", NIGHT, payload.toString()),
                SOURCE,
                Subject.vehicle("浙GA1234"),
                List.of(Subject.manifest("M1"), Subject.enterprise("E1")),
                NIGHT,
                NIGHT.plusSeconds(3),
                new GeoPoint(120.0123456, 28.9),
                payload);
    }
}
