package io.sanse.model.detect.track;

import java.util.List;

/** The hot state of one vehicle: the fold, and the last reports, which are not in a segment yet. */
public final class VehicleTrack {
    private static final byte[] NOTHING = {};

    private TrackFold fold = new TrackFold();
    private byte[] tail = NOTHING;
    private int tailLength;
    private long tailFirstAt;
    private boolean awaited;

    public TrackFold fold() {
        return fold;
    }

    /** Whether the next report has to be looked at, whatever it says. */
    public boolean isAwaited() {
        return awaited;
    }

    public void await(boolean report) {
        awaited = report;
    }

    int tailLength() {
        return tailLength;
    }

    List<Fix> tail() {
        return FixCodec.readAll(tail);
    }

    /** Goes on from a stored state, with nothing behind it in the tail. */
    void restart(TrackFold state) {
        fold = state;
        clearTail();
    }

    /** The tail as a segment; the tail is empty then. */
    TrackSegment cutTail() {
        TrackSegment segment = new TrackSegment(tailFirstAt, fold.last().at(), fold.copy(), tail);
        clearTail();
        return segment;
    }

    private void clearTail() {
        tail = NOTHING;
        tailLength = 0;
    }

    /** Adds a report to the tail; to be called before the fold takes its step. */
    void append(Fix fix) {
        ByteSink sink = new ByteSink(tail.length + 48);
        sink.bytes(tail);
        FixCodec.write(tailLength == 0 ? null : fold.last(), fix, sink);
        tail = sink.toByteArray();
        tailFirstAt = tailLength == 0 ? fix.at() : tailFirstAt;
        tailLength++;
    }

    public byte[] toBytes() {
        ByteSink sink = new ByteSink(tail.length + 160);
        fold.write(sink);
        sink.octet(awaited ? 1 : 0);
        sink.varint(tailLength);
        sink.signed(tailFirstAt);
        sink.varint(tail.length);
        sink.bytes(tail);
        return sink.toByteArray();
    }

    public static VehicleTrack ofBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        VehicleTrack track = new VehicleTrack();
        track.fold = TrackFold.read(source);
        track.awaited = source.octet() == 1;
        track.tailLength = (int) source.varint();
        track.tailFirstAt = source.signed();
        track.tail = source.bytes((int) source.varint());
        return track;
    }
}
