package io.sanse.model.detect.track;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fixes as bytes, each as the difference to the one before: about 35 bytes, of which 16 are the id. */
final class FixCodec {
    /** What the first fix of a row is compared with. */
    private static final Fix ORIGIN = new Fix(new UUID(0, 0), 0, 0, "", 0, 0, 0, 0);

    private FixCodec() {}

    /** @param previous the fix before, or null at the beginning of a row */
    static void write(Fix previous, Fix fix, ByteSink sink) {
        Fix base = previous == null ? ORIGIN : previous;
        sink.int64(fix.id().getMostSignificantBits());
        sink.int64(fix.id().getLeastSignificantBits());
        sink.signed(fix.at() - base.at());
        sink.signed(fix.receivedAt() - fix.at());
        sink.signed((long) fix.longitudeE7() - base.longitudeE7());
        sink.signed((long) fix.latitudeE7() - base.latitudeE7());
        sink.varint(fix.status() ^ base.status());
        sink.signed((long) fix.mileage() - base.mileage());
        boolean sameFeed = fix.feed().equals(base.feed());
        sink.octet(sameFeed ? 0 : 1);
        if (!sameFeed) {
            sink.string(fix.feed());
        }
    }

    static Fix read(Fix previous, ByteSource source) {
        Fix base = previous == null ? ORIGIN : previous;
        UUID id = new UUID(source.int64(), source.int64());
        long at = base.at() + source.signed();
        long receivedAt = at + source.signed();
        int longitude = (int) (base.longitudeE7() + source.signed());
        int latitude = (int) (base.latitudeE7() + source.signed());
        long status = base.status() ^ source.varint();
        int mileage = (int) (base.mileage() + source.signed());
        String feed = source.octet() == 0 ? base.feed() : source.string();
        return new Fix(id, at, receivedAt, feed, longitude, latitude, status, mileage);
    }

    static List<Fix> readAll(byte[] row) {
        List<Fix> fixes = new ArrayList<>();
        ByteSource source = new ByteSource(row);
        Fix previous = null;
        while (source.hasMore()) {
            previous = read(previous, source);
            fixes.add(previous);
        }
        return fixes;
    }

    /** One fix that may be absent. */
    static void writeOptional(Fix fix, ByteSink sink) {
        sink.octet(fix == null ? 0 : 1);
        if (fix != null) {
            write(null, fix, sink);
        }
    }

    static Fix readOptional(ByteSource source) {
        return source.octet() == 0 ? null : read(null, source);
    }
}
