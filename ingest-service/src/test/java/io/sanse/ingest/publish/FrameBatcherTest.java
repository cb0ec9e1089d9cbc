package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.ingest.Observations;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBatcherTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private record Sent(int partition, List<Observation> observations, Promise<Void> answer) {}

    private final List<Sent> sent = new ArrayList<>();
    private int lingers;
    private final FrameBatcher batcher = new FrameBatcher(2, this::send, () -> lingers++);

    private Future<Void> send(int partition, byte[] frame) {
        Promise<Void> answer = Promise.promise();
        sent.add(new Sent(partition, ObservationFrames.decode(frame).observations(), answer));
        return answer.future();
    }

    private static List<PlacedObservation> copies(int partition, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> new PlacedObservation(partition, Observations.position("浙G" + i, NOON.plusSeconds(i))))
                .toList();
    }

    private List<Integer> sizes() {
        return sent.stream().map(frame -> frame.observations().size()).toList();
    }

    @Test
    void whatComesAloneLeavesAtOnce() {
        Future<Void> done = batcher.add(copies(0, 0, 1));
        assertEquals(List.of(1), sizes());
        assertFalse(done.isComplete());
        sent.get(0).answer().complete();
        assertTrue(done.succeeded());
        assertEquals(0, lingers);
    }

    @Test
    void whatComesWhileAFrameIsOnItsWayIsGatheredUntilTheWayIsFree() {
        batcher.add(copies(0, 0, 1));
        batcher.add(copies(0, 1, 1));
        batcher.add(copies(0, 2, 1));
        assertEquals(List.of(1), sizes());
        sent.get(0).answer().complete();
        assertEquals(List.of(1, 2), sizes());
        assertEquals(List.of("浙G1", "浙G2"), plates(1));
    }

    private List<String> plates(int frame) {
        return sent.get(frame).observations().stream()
                .map(observation -> observation.subject().id())
                .toList();
    }

    @Test
    void whatIsGatheredLeavesWhenTheLingerIsOver() {
        batcher.add(copies(0, 0, 1));
        batcher.add(copies(0, 1, 1));
        batcher.add(copies(0, 2, 1));
        assertEquals(1, lingers);
        batcher.lingerOver();
        assertEquals(List.of(1, 2), sizes());
        batcher.add(copies(0, 3, 1));
        assertEquals(2, lingers);
    }

    @Test
    void anotherPartitionDoesNotWait() {
        batcher.add(copies(0, 0, 1));
        batcher.add(copies(1, 1, 1));
        assertEquals(List.of(0, 1), sent.stream().map(Sent::partition).toList());
    }

    @ParameterizedTest(name = "{0} observations: frames of {1}")
    @CsvSource({"127, 127", "128, 128", "129, 128", "256, 128;128", "257, 128;128"})
    void aFrameHoldsAtMost128(int count, String frames) {
        batcher.add(copies(0, 0, count));
        assertEquals(
                frames, String.join(";", sizes().stream().map(String::valueOf).toList()));
    }

    @Test
    void aCallIsDoneWhenAllItsCopiesAre() {
        List<PlacedObservation> both = new ArrayList<>(copies(0, 0, 1));
        both.addAll(copies(1, 0, 1));
        Future<Void> done = batcher.add(both);
        sent.get(1).answer().complete();
        assertFalse(done.isComplete());
        sent.get(0).answer().fail(new Unavailable("no broker", null));
        assertTrue(done.failed());
        assertTrue(done.cause() instanceof Unavailable);
    }

    @Test
    void settledWaitsForWhatIsGatheredToo() {
        batcher.add(copies(0, 0, 1));
        batcher.add(copies(0, 1, 1));
        Future<Void> settled = batcher.settled();
        assertEquals(List.of(1, 1), sizes());
        sent.get(0).answer().complete();
        assertFalse(settled.isComplete());
        sent.get(1).answer().fail(new Unavailable("no broker", null));
        assertTrue(settled.succeeded());
    }

    @Test
    void aFrameThatWouldBeTooLongIsSentInParts() {
        List<PlacedObservation> long100 = IntStream.range(0, 100)
                .mapToObj(i -> new PlacedObservation(0, capture(i, "x".repeat(10_000))))
                .toList();
        Future<Void> done = batcher.add(long100);
        assertEquals(List.of(50, 50), sizes());
        sent.forEach(frame -> frame.answer().complete());
        assertTrue(done.succeeded());
    }

    private static Observation capture(int number, String vehicleClass) {
        Capture capture = new Capture("cam-1", "浙GA1234", null, vehicleClass, null, null, null, null);
        return Observations.of(
                Subject.vehicle("浙GA1234"), "cameras", NOON.plusSeconds(number), new GeoPoint(120, 29), capture);
    }
}
