package io.sanse.model.trace.domain;

import io.sanse.contract.observation.LoadState;
import io.sanse.model.detect.track.ByteSink;
import io.sanse.model.detect.track.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Sights as bytes, each as the difference to the one before: 6 bytes of a vehicle that stands, 9 of one that drives.
 *
 * <pre>
 * sight = at longitude latitude (signed varints, differences; ms and 1e-6 degrees) status (varint: (speed + 1) × 8 + camera × 4 + load)
 * </pre>
 */
public final class SightCodec {
    private static final Sight ORIGIN = new Sight(0, 0, 0, 0, false, null);
    private static final LoadState[] LOADS = LoadState.values();
    private static final int BYTES_PER_SIGHT = 10;

    private SightCodec() {}

    /** @param sights by time */
    public static byte[] encode(List<Sight> sights) {
        ByteSink sink = new ByteSink(sights.size() * BYTES_PER_SIGHT + 16);
        Sight before = ORIGIN;
        for (Sight sight : sights) {
            sink.signed(sight.at() - before.at());
            sink.signed((long) sight.longitudeE6() - before.longitudeE6());
            sink.signed((long) sight.latitudeE6() - before.latitudeE6());
            int load = sight.load() == null ? 0 : sight.load().ordinal() + 1;
            sink.varint((sight.speed() + 1L) << 3 | (sight.camera() ? 4 : 0) | load);
            before = sight;
        }
        return sink.toByteArray();
    }

    public static List<Sight> decode(byte[] bytes) {
        List<Sight> sights = new ArrayList<>(bytes.length / 6);
        ByteSource source = new ByteSource(bytes);
        Sight before = ORIGIN;
        while (source.hasMore()) {
            long at = before.at() + source.signed();
            int longitude = (int) (before.longitudeE6() + source.signed());
            int latitude = (int) (before.latitudeE6() + source.signed());
            long status = source.varint();
            int load = (int) (status & 3);
            before = new Sight(
                    at,
                    longitude,
                    latitude,
                    (int) (status >>> 3) - 1,
                    (status & 4) != 0,
                    load == 0 ? null : LOADS[load - 1]);
            sights.add(before);
        }
        return sights;
    }
}
