package io.sanse.ingest.publish;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The frames of one partition. A frame leaves at once when nothing of the partition is on its way; else when it is full, when the way is free again, or when the
 * batcher says that it has waited long enough. Frames leave and are acknowledged in order.
 */
final class Lane {
    /** Half of what a broker takes by default, so that lengths after encoding do not matter. */
    private static final int MAX_FRAME_BYTES = 512 * 1024;

    private final Function<byte[], Future<Void>> sink;
    private List<Observation> open = new ArrayList<>();
    private List<Acknowledgement> waiting = new ArrayList<>();
    private int onTheWay;
    private Future<Void> last = Future.succeededFuture();

    /** @param sink sends one frame to the partition */
    Lane(Function<byte[], Future<Void>> sink) {
        this.sink = sink;
    }

    void add(Observation copy, Acknowledgement acknowledgement) {
        open.add(copy);
        waiting.add(acknowledgement);
        if (open.size() == ObservationFrames.MAX_OBSERVATIONS) {
            send();
        }
    }

    /** Sends what is open if nothing is on its way. */
    void sendIfFree() {
        if (onTheWay == 0) {
            send();
        }
    }

    /** Sends what is open. */
    void send() {
        if (!open.isEmpty()) {
            List<Observation> frame = open;
            List<Acknowledgement> acknowledgements = waiting;
            open = new ArrayList<>();
            waiting = new ArrayList<>();
            send(frame, acknowledgements);
        }
    }

    private void send(List<Observation> frame, List<Acknowledgement> acknowledgements) {
        byte[] bytes = ObservationFrames.encode(frame);
        if (bytes.length <= MAX_FRAME_BYTES || frame.size() == 1) {
            sendFrame(bytes, acknowledgements);
            return;
        }
        int half = frame.size() / 2;
        send(frame.subList(0, half), acknowledgements.subList(0, half));
        send(frame.subList(half, frame.size()), acknowledgements.subList(half, frame.size()));
    }

    private void sendFrame(byte[] bytes, List<Acknowledgement> acknowledgements) {
        onTheWay++;
        last = sink.apply(bytes);
        last.onComplete((done, refusal) -> finish(acknowledgements, refusal));
    }

    private void finish(List<Acknowledgement> acknowledgements, Throwable refusal) {
        onTheWay--;
        acknowledgements.forEach(acknowledgement -> acknowledgement.copyDone(refusal));
        sendIfFree();
    }

    boolean holdsBack() {
        return !open.isEmpty();
    }

    /** Completes, never fails, when everything added so far has been acknowledged or refused. */
    Future<Void> settled() {
        send();
        return last.otherwiseEmpty();
    }
}
