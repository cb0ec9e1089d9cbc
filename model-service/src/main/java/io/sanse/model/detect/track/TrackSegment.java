package io.sanse.model.detect.track;

/**
 * A stretch of a vehicle's history: its reports, and the state of the fold after the last of them, from which the fold can go on. No report of another stretch
 * has the time of one of its own.
 *
 * @param firstAt time of its first report, ms
 * @param lastAt time of its last report, ms
 * @param after the fold after its last report; never changed
 * @param row its reports
 */
public record TrackSegment(long firstAt, long lastAt, TrackFold after, byte[] row) {
    public byte[] toBytes() {
        ByteSink sink = new ByteSink(row.length + 128);
        sink.signed(firstAt);
        sink.signed(lastAt);
        sink.varint(row.length);
        sink.bytes(row);
        after.write(sink);
        return sink.toByteArray();
    }

    public static TrackSegment ofBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        long firstAt = source.signed();
        long lastAt = source.signed();
        byte[] row = source.bytes((int) source.varint());
        return new TrackSegment(firstAt, lastAt, TrackFold.read(source), row);
    }
}
