package io.sanse.model.detect.track;

import java.util.ArrayList;
import java.util.List;

/** The hot state of one vehicle: the fold, and the last reports, which are not in a segment yet. */
public final class VehicleTrack {
    private static final int ROOM = 48;
    private static final int USUAL_FOLD = 96;
    private static final int TAIL_FIRST = 2;

    private TrackFold fold = new TrackFold();
    private final ByteSink tail;
    private int tailLength;
    private long tailFirstAt;
    private boolean awaited;

    public VehicleTrack() {
        this(ROOM);
    }

    private VehicleTrack(int room) {
        tail = new ByteSink(room);
    }

    public TrackFold fold() {
        return fold;
    }

    /** Time of its last report, ms; {@link Long#MIN_VALUE} when there is none. Touches what the next report needs, so that it can be fetched for many tracks side by side. */
    public long lastAt() {
        Fix last = fold.last();
        boolean fetched = tail.room() + fold.reportsInside() >= 0;
        return fetched && last != null ? last.at() : Long.MIN_VALUE;
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
        return FixCodec.readAll(tail.toByteArray());
    }

    /**
     * Its reports of a stretch of time by their order, as far as they are kept; both ends inclusive, ms.
     *
     * @param segments its history
     */
    public List<Fix> between(SegmentStore segments, long from, long until) {
        List<Fix> all = new ArrayList<>();
        segments.from(from).forEach(segment -> all.addAll(segment.reports()));
        all.addAll(tail());
        all.removeIf(fix -> fix.at() < from || fix.at() > until);
        return all;
    }

    /** Goes on from a stored state, with nothing behind it in the tail. */
    void restart(TrackFold state) {
        fold = state;
        clearTail();
    }

    /**
     * The tail as a segment; the tail is empty then.
     *
     * @param desk where it may be written; what stands there is lost
     */
    TrackSegment cutTail(ByteSink desk) {
        TrackSegment segment = TrackSegment.of(tailFirstAt, tail, fold, desk);
        clearTail();
        return segment;
    }

    private void clearTail() {
        tail.clear();
        tailLength = 0;
    }

    /** Adds a report to the tail; to be called before the fold takes its step. */
    void append(Fix fix) {
        FixCodec.write(tailLength == 0 ? null : fold.last(), fix, tail);
        tailFirstAt = tailLength == 0 ? fix.at() : tailFirstAt;
        tailLength++;
    }

    public byte[] toBytes() {
        ByteSink sink = new ByteSink(tail.size() + USUAL_FOLD);
        sink.octet(TAIL_FIRST);
        sink.octet(awaited ? 1 : 0);
        sink.varint(tailLength);
        sink.signed(tailFirstAt);
        sink.varint(tail.size());
        sink.bytes(tail);
        fold.write(sink);
        return sink.toByteArray();
    }

    /** @param bytes as written, or as the first releases wrote them: the fold first, the last report in full */
    public static VehicleTrack ofBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        boolean tailFirst = bytes[0] == TAIL_FIRST;
        TrackFold before = tailFirst ? null : TrackFold.read(null, source);
        if (tailFirst) {
            source.octet();
        }
        boolean awaited = source.octet() == 1;
        int tailLength = (int) source.varint();
        long tailFirstAt = source.signed();
        byte[] tail = source.bytes((int) source.varint());
        VehicleTrack track = new VehicleTrack(tail.length);
        track.fold = tailFirst ? TrackFold.read(FixCodec.readLast(tail), source) : before;
        track.awaited = awaited;
        track.tailLength = tailLength;
        track.tailFirstAt = tailFirstAt;
        track.tail.bytes(tail);
        return track;
    }
}
