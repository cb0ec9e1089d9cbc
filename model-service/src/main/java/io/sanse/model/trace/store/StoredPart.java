package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.Sight;
import io.sanse.model.trace.domain.SightCodec;
import java.util.List;

/**
 * A row of {@code track_segment} as read.
 *
 * @param vehicle id of the vehicle
 * @param hour hours of event time since 1970
 * @param part number within the hour
 * @param count how many of the sights are its own
 * @param packed its sights, and the one behind them
 */
public record StoredPart(String vehicle, int hour, int part, int count, byte[] packed) {
    /** Its own sights. */
    public List<Sight> own() {
        return SightCodec.decode(packed).subList(0, count);
    }
}
