package io.sanse.model.detect.track;

import java.util.ArrayList;
import java.util.List;

/** Fixes as bytes, each as the difference to the one before: about 35 bytes, of which 16 are the id. */
final class FixCodec {
    /** What the first fix of a row is compared with. */
    private static final Fix ORIGIN = new Fix(0, 0, 0, 0, "", 0, 0, 0, 0);

    private static final int ABSENT = 0;
    private static final int OTHER = 1;
    private static final int SAME = 2;

    private FixCodec() {}

    /** @param previous the fix before, or null at the beginning of a row */
    static void write(Fix previous, Fix fix, ByteSink sink) {
        Fix base = previous == null ? ORIGIN : previous;
        sink.id(fix.idHigh(), fix.idLow());
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
        long idHigh = source.int64();
        long idLow = source.int64();
        long at = base.at() + source.signed();
        long receivedAt = at + source.signed();
        int longitude = (int) (base.longitudeE7() + source.signed());
        int latitude = (int) (base.latitudeE7() + source.signed());
        long status = base.status() ^ source.varint();
        int mileage = (int) (base.mileage() + source.signed());
        String feed = source.octet() == 0 ? base.feed() : source.string();
        return new Fix(idHigh, idLow, at, receivedAt, feed, longitude, latitude, status, mileage);
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

    /** The last fix of a row, or null of an empty one. */
    static Fix readLast(byte[] row) {
        ByteSource source = new ByteSource(row);
        Fix last = null;
        while (source.hasMore()) {
            last = read(last, source);
        }
        return last;
    }

    /**
     * One fix that may be absent.
     *
     * @param near one that it is compared with and that may be the same, or null
     */
    static void writeOptional(Fix near, Fix fix, ByteSink sink) {
        boolean same = fix == near || fix != null && fix.equals(near);
        sink.octet(fix == null ? ABSENT : same ? SAME : OTHER);
        if (fix != null && !same) {
            write(near, fix, sink);
        }
    }

    /** @param near as when it was written */
    static Fix readOptional(Fix near, ByteSource source) {
        return switch (source.octet()) {
            case ABSENT -> null;
            case SAME -> near;
            default -> read(near, source);
        };
    }
}
