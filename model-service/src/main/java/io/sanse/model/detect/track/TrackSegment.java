package io.sanse.model.detect.track;

import java.util.List;

/**
 * A stretch of a vehicle's history: its reports, and the state of the fold after the last of them, from which the fold can go on. No report of another stretch
 * has the time of one of its own. It is kept as it is stored, since it is seldom read: {@code firstAt}, {@code lastAt}, length of the reports, the reports, the fold.
 */
public final class TrackSegment {
    private final long firstAt;
    private final long lastAt;
    private final byte[] bytes;

    private TrackSegment(long firstAt, long lastAt, byte[] bytes) {
        this.firstAt = firstAt;
        this.lastAt = lastAt;
        this.bytes = bytes;
    }

    /**
     * A new stretch.
     *
     * @param firstAt time of its first report, ms
     * @param reports as {@link FixCodec} writes them
     * @param after the fold after the last report
     * @param desk where it may be written; what stands there is lost
     */
    static TrackSegment of(long firstAt, ByteSink reports, TrackFold after, ByteSink desk) {
        desk.clear();
        desk.signed(firstAt);
        desk.signed(after.last().at());
        desk.varint(reports.size());
        desk.bytes(reports);
        after.write(desk);
        return new TrackSegment(firstAt, after.last().at(), desk.toByteArray());
    }

    public static TrackSegment ofBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        return new TrackSegment(source.signed(), source.signed(), bytes);
    }

    /** Time of its first report, ms. */
    public long firstAt() {
        return firstAt;
    }

    /** Time of its last report, ms. */
    public long lastAt() {
        return lastAt;
    }

    /** As it is stored; not to be changed. */
    public byte[] toBytes() {
        return bytes;
    }

    List<Fix> reports() {
        return FixCodec.readAll(reports(new ByteSource(bytes)));
    }

    TrackFold after() {
        ByteSource source = new ByteSource(bytes);
        Fix last = FixCodec.readLast(reports(source));
        return TrackFold.read(last, source);
    }

    private static byte[] reports(ByteSource source) {
        source.signed();
        source.signed();
        return source.bytes((int) source.varint());
    }
}
