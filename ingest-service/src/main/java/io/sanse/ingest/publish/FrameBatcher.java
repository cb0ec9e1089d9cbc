package io.sanse.ingest.publish;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;

/** Spreads copies over the partitions' lanes. Used from one context only. */
final class FrameBatcher {
    /** Sends a frame. */
    @FunctionalInterface
    interface FrameSink {
        /** Completes on the batcher's context when the broker has it. */
        Future<Void> send(int partition, byte[] frame);
    }

    private final List<Lane> lanes;
    private final Runnable startLinger;
    private boolean lingering;

    /**
     * @param partitions number of partitions of the topic
     * @param sink sends one frame
     * @param startLinger asks for {@link #lingerOver()} after the longest time that a copy may wait for others
     */
    FrameBatcher(int partitions, FrameSink sink, Runnable startLinger) {
        this.lanes = IntStream.range(0, partitions)
                .mapToObj(partition -> new Lane(frame -> sink.send(partition, frame)))
                .toList();
        this.startLinger = startLinger;
    }

    int partitions() {
        return lanes.size();
    }

    /** Completes when the broker has all copies, at least one; fails with the first refusal once all are settled. */
    Future<Void> add(List<PlacedObservation> copies) {
        Acknowledgement acknowledgement = new Acknowledgement(copies.size());
        copies.forEach(copy -> lanes.get(copy.partition()).add(copy.observation(), acknowledgement));
        for (PlacedObservation copy : copies) {
            Lane lane = lanes.get(copy.partition());
            lane.sendIfFree();
            if (lane.holdsBack() && !lingering) {
                lingering = true;
                startLinger.run();
            }
        }
        return acknowledgement.future();
    }

    /** Sends everything that is held back. */
    void lingerOver() {
        lingering = false;
        lanes.forEach(Lane::send);
    }

    /** Completes, never fails, when everything added so far has been acknowledged or refused. */
    Future<Void> settled() {
        return Future.join(lanes.stream().map(Lane::settled).toList()).mapEmpty();
    }
}
